using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>Which milestone of a plan answers which one of the plan above.</summary>
internal static class Milestones
{
    /// <summary>
    /// Those of the same year; each further one of the plan with the nearest above that has none of its own year. A milestone of the
    /// plan above that is left has no counterpart; one of the plan that is left is a step on the way and no matter.
    /// </summary>
    public static IReadOnlyList<(PlanTarget Above, PlanTarget? Below)> Pair(Series superior, Series subordinate, AlignedPlan above, AlignedPlan below)
    {
        var left = subordinate.Milestones.ToList();
        var pairs = superior.Milestones.ToDictionary(target => target, target => Pick(left, one => below.YearOf(one) == above.YearOf(target)));
        foreach (var target in superior.Milestones.Where(target => pairs[target] is null).ToList())
        {
            var nearest = left.OrderBy(one => Distance(below.YearOf(one), above.YearOf(target))).FirstOrDefault();
            pairs[target] = nearest is null ? null : Pick(left, one => one == nearest);
        }

        return [.. superior.Milestones.Select(target => (target, pairs[target]))];
    }

    /// <summary>The plan speaks of it, but states no such milestone; what comes nearest is quoted.</summary>
    public static Finding Missing(PlanTarget target, Series counterpart, AlignedPlan superior, AlignedPlan subordinate)
    {
        var nearest = counterpart.Milestones.OrderBy(one => Distance(subordinate.YearOf(one), superior.YearOf(target))).First();
        return new(FindingKind.Missing, AlignmentRule.NoMilestone, target, nearest, [], Sentences.MissingMilestone(target, nearest, superior, subordinate));
    }

    private static PlanTarget? Pick(List<PlanTarget> left, Predicate<PlanTarget> fits)
    {
        if (left.Find(fits) is not { } found)
            return null;
        left.Remove(found);
        return found;
    }

    private static int Distance(int? one, int? other) => one is { } a && other is { } b ? Math.Abs(a - b) : 0;
}
