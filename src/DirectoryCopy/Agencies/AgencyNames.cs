using SocialPolicy.BuildingBlocks.Service.Names;

namespace SocialPolicy.DirectoryCopy.Agencies;

/// <summary>How requests name an agency: <c>agencies/{agency}</c>, or a code <c>scheme:code</c>.</summary>
public static class AgencyNames
{
    public static ResourceName Pattern { get; } = new("agencies/{agency}", otherwise: "scheme:code");

    /// <summary>A name is a code when it has a scheme: resource names hold no colon.</summary>
    public static bool IsCode(string name) => name.Contains(':', StringComparison.Ordinal);
}
