using SocialPolicy.PlanRegistry.Domain.Alignment;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Alignment;

internal static class ATarget
{
    public static PlanTarget Of(string indicator, Comparator comparator, decimal? value, Direction? direction = Direction.Up, int? year = 2030) => new(
        Guid.CreateVersion7(), ParentId: null, TargetSection.Targets, $"{indicator} đạt {value}%", indicator, comparator, value, ValueMax: null, Unit: "%", Bound: null,
        PerYear: false, Baseline: null, Population: null, Geography: null, year, direction, Theme: null, IndicatorCode: null, Conditions: [], new TextSpan(0, 9));

    public static AlignedPlan In(params PlanTarget[] targets) => new("43/KH-UBND (UBND tỉnh Sơn La)", GovernmentLevel.Province, 2030, targets);

    public static AlignmentReport Check(PlanTarget superior, params PlanTarget[] subordinate) =>
        VerticalCheck.Compare(In(superior), In(subordinate) with { Called = "12/KH-UBND (UBND xã)", Level = GovernmentLevel.Commune });

    public static string Kinds(AlignmentReport report) => string.Join(" ", report.Findings.Select(finding => $"{finding.Kind}:{finding.Rule}"));
}
