using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Etags;

/// <summary>Which version of a resource a client saw (AIP-154). Clients compare etags for equality and nothing else.</summary>
public static class Etag
{
    /// <summary>The etag of a version of a resource.</summary>
    public static string Of(long version) => "v" + version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Throws ETAG_MISMATCH when the client saw another version. Without an etag it takes whatever there is.</summary>
    /// <param name="expected">From the request; empty or null when the client sent none.</param>
    /// <param name="version">The version now.</param>
    public static void MustMatch(string? expected, long version) =>
        Check.Rule(new CommandsActOnTheVersionSeen(expected ?? "", Of(version)));
}
