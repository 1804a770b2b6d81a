using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>
/// The vertical check (kiểm tra sự phù hợp với kế hoạch cấp trên): what a plan demands beside what the plan above it demands. Targets
/// of the vision are left out on both sides: they are shown and never rated, and oblige nobody.
/// </summary>
public static class VerticalCheck
{
    public static AlignmentReport Compare(AlignedPlan superior, AlignedPlan subordinate)
    {
        var findings = new List<Finding>();
        var (compared, equal) = (0, 0);
        foreach (var match in Matching.Of(Series.Of(superior.Targets), Series.Of(subordinate.Targets)))
        {
            if (match.Subordinate is not { } counterpart)
            {
                findings.AddRange(Unmatched(match, superior, subordinate));
                continue;
            }

            foreach (var (above, below) in Milestones.Pair(match.Superior, counterpart, superior, subordinate))
            {
                var found = below is null ? [Milestones.Missing(above, counterpart, superior, subordinate)] : new TargetPair(above, below, superior, subordinate).Findings().ToList();
                compared += below is null ? 0 : 1;
                equal += found.Count == 0 ? 1 : 0;
                findings.AddRange(found);
            }
        }

        return new(findings, compared, equal, superior.Targets.Count(target => target.Section is TargetSection.Vision));
    }

    // A number inside a task binds whoever does the task: it is compared where it is repeated, and not missed where it is not.
    private static IEnumerable<Finding> Unmatched(Match match, AlignedPlan superior, AlignedPlan subordinate)
    {
        var candidates = match.Candidates.SelectMany(series => series.Milestones).ToList();
        return match.Superior.Milestones.Where(target => candidates.Count > 0 || target.Section is TargetSection.Targets).Select(target => candidates.Count == 0
            ? new Finding(FindingKind.Missing, AlignmentRule.NoCounterpart, target, null, [], Sentences.Missing(target, superior))
            : new Finding(FindingKind.Ambiguous, AlignmentRule.SeveralAlike, target, null, candidates, Sentences.Ambiguous(target, candidates, superior, subordinate)));
    }
}
