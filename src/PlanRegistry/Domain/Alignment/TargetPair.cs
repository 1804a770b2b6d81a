using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>Two targets of one subject, side by side.</summary>
internal sealed class TargetPair(PlanTarget above, PlanTarget below, AlignedPlan superior, AlignedPlan subordinate)
{
    /// <summary>None when they agree.</summary>
    public IEnumerable<Finding> Findings()
    {
        var differences = Differences.Between(above, below).Select(difference => Found(difference.Kind, difference.Rule)).ToList();
        if (differences.Count > 0)
            return differences;
        var years = Years();
        return Differences.IsState(above) ? Found(years) : [.. Found(years), .. Values(years)];
    }

    private FindingKind? Years() => (superior.YearOf(above), subordinate.YearOf(below)) switch
    {
        ({ } demanded, { } planned) when planned > demanded => FindingKind.Later,
        ({ } demanded, { } planned) when planned < demanded => FindingKind.Earlier,
        _ => null,
    };

    private IEnumerable<Finding> Values(FindingKind? years)
    {
        if (Demand.Compare(Demand.Of(above)!, Demand.Of(below)!) is not { } outcome)
            return [Found(FindingKind.NotComparable, AlignmentRule.Direction)];
        return (Math.Sign(outcome.Sign), years) switch
        {
            // Less in fewer years, or more in further years, says nothing.
            (0, _) or ( < 0, FindingKind.Earlier) or ( > 0, FindingKind.Later) => [],
            ( < 0, _) => [Weaker(outcome.Rule)],
            _ => [Found(FindingKind.Stronger, outcome.Rule)],
        };
    }

    // What is counted in a part of the territory is a share of the whole: only an allocation tells whether it is enough.
    private Finding Weaker(string rule) => Units.Counts(above.Unit) && !IsOfOneLevel
        ? Found(FindingKind.NotComparable, AlignmentRule.PartOfATotal)
        : Found(FindingKind.Weaker, rule);

    private bool IsOfOneLevel => superior.Level is { } level && level == subordinate.Level;

    private IEnumerable<Finding> Found(FindingKind? years) => years is { } kind ? [Found(kind, AlignmentRule.Year)] : [];

    private Finding Found(FindingKind kind, string rule) => new(kind, rule, above, below, [], Sentences.Of(rule, kind, above, below, superior, subordinate));
}
