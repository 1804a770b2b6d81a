using SocialPolicy.BuildingBlocks.Service.Names;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>How requests name an administrative unit: <c>units/{unit}</c>, or a code <c>scheme:code</c>.</summary>
internal static class UnitNames
{
    public static ResourceName Pattern { get; } = new("units/{unit}", otherwise: "scheme:code");

    /// <summary>A name is a code when it has a scheme: resource names hold no colon.</summary>
    public static bool IsCode(string name) => name.Contains(':', StringComparison.Ordinal);
}
