using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>How much may come of what a flag is about.</summary>
public enum FlagSeverity
{
    /// <summary>To know.</summary>
    Low,

    /// <summary>Something may be missing.</summary>
    Medium,

    /// <summary>A value or date may be wrong, or nobody would be asked.</summary>
    High,
}

/// <summary>Which flag is how severe.</summary>
public static class FlagSeverities
{
    /// <summary>Codes of flags that may make a plan ask for the wrong thing.</summary>
    public static readonly string[] High =
        [Flag.ImpossibleValue, Flag.ImpossibleDate, Flag.AmbiguousDenominator, Flag.AmbiguousComparator, Flag.AmbiguousIncrease, Flag.ReporterUnstated];

    /// <summary>Codes of flags that only inform.</summary>
    public static readonly string[] Low = [Flag.NumberBlank, Flag.Draft];

    /// <summary>The severity of a flag; of one that nobody ranked it is the middle.</summary>
    public static FlagSeverity Of(string code) => High.Contains(code) ? FlagSeverity.High : Low.Contains(code) ? FlagSeverity.Low : FlagSeverity.Medium;
}
