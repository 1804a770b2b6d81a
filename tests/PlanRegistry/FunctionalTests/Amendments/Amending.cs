using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.Types.V1;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Amendments;

/// <summary>Amendments of the sample plan, which was issued on 2024-02-06; the tests' clock starts on 2026-11-01.</summary>
internal static class Amending
{
    public static Date Today(this Registry registry) => Day(DateOnly.FromDateTime(registry.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Date));

    public static Date Day(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static V1.AmendPlanRequest Amendment(V1.Plan plan, Date effectiveOn, params V1.ItemCorrection[] changes) => new()
    {
        Plan = plan.Name,
        Document = new() { Number = "12/QĐ-UBND", IssuedOn = Day(2024, 3, 1), Issuer = "UBND tỉnh Sơn La", Title = "Quyết định sửa đổi, bổ sung Kế hoạch" },
        EffectiveOn = effectiveOn,
        ItemChanges = { changes },
    };

    public static V1.ItemCorrection Value(V1.Target target, string value) => new()
    {
        Target = new() { Name = target.Name, Threshold = new() { Value = value } },
        UpdateMask = new() { Paths = { "threshold.value" } },
    };

    public static V1.ItemCorrection Demand(V1.Target target, string value, int year) => new()
    {
        Target = new() { Name = target.Name, Threshold = new() { Value = value }, Year = year },
        UpdateMask = new() { Paths = { "threshold.value", "year" } },
    };

    public static V1.ItemCorrection Dropped(V1.Target target) => new() { Target = new() { Name = target.Name }, Drop = true };

    public static V1.ItemCorrection Added(string words, string value) => new()
    {
        Target = new() { Text = words, Indicator = words, Threshold = new() { Comparator = Comparator.AtLeast, Value = value, Unit = "%" }, Year = 2030 },
    };
}
