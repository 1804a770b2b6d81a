using SocialPolicy.Calendar;

namespace SocialPolicy.PlanRegistry.Domain.Tasks;

/// <summary>What was found of an ongoing task in one period.</summary>
/// <param name="Period">A year, a half or a quarter.</param>
/// <param name="Verdict">Done, partly or not.</param>
/// <param name="Text">In words.</param>
/// <param name="Counts">By name.</param>
/// <param name="RevisionReason">Why it replaces an earlier one; null for the first.</param>
public sealed record Assessment(ReportingPeriod Period, TaskVerdict Verdict, string Text, IReadOnlyDictionary<string, long> Counts, string? RevisionReason)
{
    /// <summary>Whether both find the same, whatever the reason.</summary>
    public bool SaysTheSameAs(Assessment other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Period, Verdict, Text) == (other.Period, other.Verdict, other.Text)
            && Counts.Count == other.Counts.Count && Counts.All(count => other.Counts.TryGetValue(count.Key, out var value) && value == count.Value);
    }
}
