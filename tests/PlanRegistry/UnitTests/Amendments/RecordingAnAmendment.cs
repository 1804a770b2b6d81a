using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;
using SocialPolicy.PlanRegistry.UnitTests.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Amendments;

public sealed class RecordingAnAmendment
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private static readonly PlanTarget Insurance = Target("Tỷ lệ bao phủ bảo hiểm y tế", 95, 2030);
    private static readonly PlanTarget Housing = Target("Số căn nhà ở xã hội", 500, 2030);
    private static readonly PlanContent Content = APlan.Empty with { Targets = [Insurance, Housing] };

    [Fact]
    public void Says_of_each_item_what_becomes_of_it()
    {
        var amendment = Record(new([Change(Insurance with { Value = 98 }, "threshold.value"), Drop(Housing), Add(Target("Tỷ lệ tiêm chủng", 90, 2030))], [], []));

        amendment.Changes.Select(change => change.Kind).ShouldBe([ChangeKind.Changed, ChangeKind.Dropped, ChangeKind.Added]);
        amendment.Changes[0].Fields.ShouldBe([new FieldChange("threshold.value", "95", "98")]);
        (amendment.Changes[1].Before, amendment.Changes[1].After, amendment.Changes[1].Now).ShouldBe((Housing.Text, "", null));
        (amendment.Changes[2].Before, amendment.Changes[2].After).ShouldBe(("", "Tỷ lệ tiêm chủng"));
        amendment.Changes[2].ItemId.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public void Takes_new_words_with_their_place_and_no_place_that_is_of_another_document()
    {
        var placed = Record(new([Change(Insurance with { Text = "trên 98%", Value = 98, Span = new(5, 9) }, "threshold.value", "text")], [], []));
        var named = Record(new([Change(Insurance with { Text = "trên 98%", Value = 98, Span = default }, "threshold.value", "text")], [], []));

        ((PlanTarget)placed.Changes[0].Now!).Span.ShouldBe(new(5, 9));
        ((PlanTarget)named.Changes[0].Now!).Span.ShouldBe(default);
        ((PlanTarget)Record(new([Change(Insurance with { Value = 98, Span = default }, "threshold.value")], [], [])).Changes[0].Now!).Span.ShouldBe(Insurance.Span);
    }

    [Theory]
    [InlineData(PlanState.Read)]
    [InlineData(PlanState.Confirmed)]
    public void Is_refused_before_the_plan_is_published(PlanState state) =>
        Refused(() => Record(Value(98), APlan.In(state))).ShouldBe("PLAN_NOT_PUBLISHED");

    [Fact]
    public void Is_refused_for_what_is_older_than_the_plan_or_than_itself()
    {
        Refused(() => Record(Value(98), issued: new(2024, 2, 5))).ShouldBe("AMENDMENT_BEFORE_PLAN");
        Refused(() => Record(Value(98), issued: null, day: new(2024, 2, 5), by: Guid.CreateVersion7())).ShouldBe("AMENDMENT_BEFORE_PLAN");
        Refused(() => Record(Value(98), issued: Day.AddDays(1))).ShouldBe("AMENDMENT_TAKES_EFFECT_BEFORE_IT_IS_ISSUED");
    }

    [Fact]
    public void Is_refused_for_a_plan_that_would_amend_itself()
    {
        var plan = APlan.In(PlanState.Published);

        Refused(() => Record(Value(98), plan, by: plan.Id)).ShouldBe("AMENDMENT_BY_ITSELF");
    }

    [Fact]
    public void Is_refused_when_nothing_changes() => Refused(() => Record(Value(95))).ShouldBe("AMENDMENT_EMPTY");

    [Fact]
    public void Is_refused_when_it_drops_what_is_amended_later()
    {
        Refused(() => Record(new([Drop(Insurance)], [], []), later: [Insurance.Id])).ShouldBe("ITEM_AMENDED_LATER");
        Record(Value(98), later: [Insurance.Id]).Changes.Count.ShouldBe(1);
    }

    [Fact]
    public void Names_every_broken_rule_at_once()
    {
        var broken = Should.Throw<RuleBroken>(() => Record(new(
            [Change(Insurance with { Value = null }, "threshold.value"), Change(Housing with { Year = 1 }, "year"), Add(Housing with { Text = "" })], [], [])));

        broken.Rules.Select(rule => rule.Reason).ShouldBe(["THRESHOLD_INCOMPLETE", "DATE_INVALID", "ITEM_WITHOUT_A_PLACE"]);
    }

    private static Amendment Record(
        ItemCorrections items, Plan? plan = null, DateOnly? issued = null, DateOnly? day = null, Guid? by = null, Guid[]? later = null) => Amendment.Record(
        plan ?? APlan.In(PlanState.Published), Content,
        new(new(by, "12/QĐ-UBND", by is null ? issued ?? new(2025, 12, 1) : issued, null, null), items, ""), day ?? Day, (later ?? []).ToHashSet(), "hoa", APlan.Now);

    private static ItemCorrections Value(decimal value) => new([Change(Insurance with { Value = value }, "threshold.value")], [], []);

    private static ItemCorrection<PlanTarget> Change(PlanTarget target, params string[] fields) => new("item_changes[0]", target.Id, target, fields, Drop: false);

    private static ItemCorrection<PlanTarget> Drop(PlanTarget target) => new("item_changes[0]", target.Id, target, [], Drop: true);

    private static ItemCorrection<PlanTarget> Add(PlanTarget target) => new("item_changes[0]", null, target, [], Drop: false);

    private static string Refused(Action act) => APlan.ShouldBreak(act).Reason;

    private static PlanTarget Target(string indicator, decimal value, int year) => new(
        Guid.CreateVersion7(), null, TargetSection.Targets, indicator, indicator, Comparator.Ge, value, null, "%", null, false, null, null, null, year, Direction.Up, null, null, [], new(1, 4));
}
