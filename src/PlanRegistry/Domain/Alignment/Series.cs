using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>The milestones of one subject in one plan: the same thing for several years.</summary>
internal sealed record Series(Subject Subject, IReadOnlyList<PlanTarget> Milestones)
{
    /// <summary>In the order of the text.</summary>
    public static IReadOnlyList<Series> Of(IEnumerable<PlanTarget> targets) =>
    [
        .. targets.Where(target => target.Section is not TargetSection.Vision)
            .Select(target => (Subject: Subject.Of(target), target))
            .GroupBy(x => x.Subject.Key, StringComparer.Ordinal)
            .Select(group => new Series(group.First().Subject, [.. group.Select(x => x.target)])),
    ];
}

/// <summary>A series of the plan above with what was found for it.</summary>
/// <param name="Superior">The series.</param>
/// <param name="Subordinate">Its counterpart; null when there is none, or several may be meant.</param>
/// <param name="Candidates">Those that may be meant.</param>
internal sealed record Match(Series Superior, Series? Subordinate, IReadOnlyList<Series> Candidates);
