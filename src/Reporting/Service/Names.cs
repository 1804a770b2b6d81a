using SocialPolicy.BuildingBlocks.Service.Names;

namespace SocialPolicy.Reporting.Service;

/// <summary>Names of the resources that reporting is about.</summary>
internal static class Names
{
    public static readonly ResourceName Plan = new("plans/{plan}");
    public static readonly ResourceName Target = new("targets/{target}");
    public static readonly ResourceName Observation = new("observations/{observation}");
    public static readonly ResourceName Duty = new("duties/{duty}");
    public static readonly ResourceName Round = new("rounds/{round}");
    public static readonly ResourceName Obligation = new("obligations/{obligation}");
    public static readonly ResourceName Report = new("reports/{report}");
    public static readonly ResourceName Consolidation = new("consolidations/{consolidation}");

    /// <summary>The id of an optional filter; null when it is empty.</summary>
    public static Guid? Any(this ResourceName pattern, string name, string field) => name.Length == 0 ? null : pattern.Parse(name, field);

    /// <summary>The name, empty for null.</summary>
    public static string OfAny(this ResourceName pattern, Guid? id) => id is { } known ? pattern.Of(known) : "";
}
