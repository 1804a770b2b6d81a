using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Input;

/// <summary>A reporting period is written "2024", "2024-H1", "2024-Q3" or "2024-11".</summary>
public sealed record PeriodsAreWellFormed(string Path, string Text, bool WellFormed) : IRule
{
    public bool IsBroken => !WellFormed;
    public string Reason => "PERIOD_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Text}' is no period: write a year 2024, a half 2024-H1, a quarter 2024-Q3 or a month 2024-11.";
    public string? Field => Path;
}
