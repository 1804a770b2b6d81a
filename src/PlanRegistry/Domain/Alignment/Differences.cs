using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Alignment;

/// <summary>What keeps two targets of one subject from being compared by their numbers.</summary>
internal static class Differences
{
    private static readonly IReadOnlyList<(FindingKind Kind, string Rule, Func<PlanTarget, PlanTarget, bool> Differ)> All =
    [
        (FindingKind.NotComparable, AlignmentRule.StateAndNumber, (a, b) => IsState(a) != IsState(b)),
        (FindingKind.OtherDefinition, AlignmentRule.LevelAndChange, (a, b) => !IsState(a) && !IsState(b) && ChangeOf(a) != ChangeOf(b)),
        (FindingKind.OtherDefinition, AlignmentRule.PerYear, (a, b) => IsSameChange(a, b) && a.PerYear != b.PerYear),
        (FindingKind.OtherDefinition, AlignmentRule.Baseline, (a, b) => IsSameChange(a, b) && !TextFolding.Same(a.Baseline ?? "", b.Baseline ?? "")),
        (FindingKind.OtherUnit, AlignmentRule.Unit, (a, b) => !IsState(a) && !IsState(b) && ChangeOf(a) == ChangeOf(b) && Units.Of(a.Unit).Unit != Units.Of(b.Unit).Unit),
        (FindingKind.OtherDefinition, AlignmentRule.Place, (a, b) => Subject.Of(a).IsElsewhere(Subject.Of(b))),
        (FindingKind.OtherDefinition, AlignmentRule.Qualifier, (a, b) => !Subject.Of(a).Qualifiers.SetEquals(Subject.Of(b).Qualifiers)),
        (FindingKind.OtherPopulation, AlignmentRule.Population, (a, b) => Subject.Of(a).MeasuresOthers(Subject.Of(b))),
    ];

    public static IEnumerable<(FindingKind Kind, string Rule)> Between(PlanTarget superior, PlanTarget subordinate) =>
        All.Where(one => one.Differ(superior, subordinate)).Select(one => (one.Kind, one.Rule));

    public static bool IsState(PlanTarget target) => target.Comparator is Comparator.Achieve || target.Value is null;

    private static Comparator? ChangeOf(PlanTarget target) => Demand.IsChange(target) ? target.Comparator : null;

    private static bool IsSameChange(PlanTarget superior, PlanTarget subordinate) => ChangeOf(superior) is { } change && change == ChangeOf(subordinate);
}
