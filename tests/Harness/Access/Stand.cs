using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.Harness.Access;

/// <summary>Where a caller stands: one role, of one agency.</summary>
/// <param name="Role">The role.</param>
/// <param name="Agency">The agency's code; <see cref="Caller.WholeInstallation"/>, or empty for none.</param>
public sealed record Stand(Role Role, string Agency)
{
    /// <summary>No agency bounds what it reaches.</summary>
    public bool IsUnbounded => Agency is Caller.WholeInstallation || Role is Role.Administrator;

    /// <summary>Every role that persons and systems have, of each agency, of the whole installation, and of no agency.</summary>
    public static IReadOnlyList<Stand> Of(params IEnumerable<string> agencies) =>
    [
        .. from agency in agencies.Concat([Caller.WholeInstallation, ""])
           from role in Enum.GetValues<Role>().Except([Role.Service])
           select new Stand(role, agency),
    ];

    /// <summary>Whether it stands at one of the agencies.</summary>
    public bool IsOf(params ReadOnlySpan<string> agencies) => agencies.Contains(Agency);

    public override string ToString() => $"{Role.NameOnWire()} of '{Agency}'";
}
