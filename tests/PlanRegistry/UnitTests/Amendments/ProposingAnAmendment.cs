using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.UnitTests.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.UnitTests.Amendments;

public sealed class ProposingAnAmendment
{
    private static readonly PlanDuty Yearly = new(
        Guid.CreateVersion7(), ["các sở, ban, ngành"], ["UBND tỉnh"], "Sở Nội vụ", ReportingFrequency.Annual, 15, 12, false, null, null, null, null, "kết quả thực hiện", new(0, 1));

    [Fact]
    public void Takes_for_one_target_what_speaks_of_the_same_by_the_same_year()
    {
        var (first, second) = (Target("Tỷ lệ bao phủ bảo hiểm y tế", 95, 2025), Target("Tỷ lệ bao phủ bảo hiểm y tế", 97, 2030));

        var proposed = Of([first, second], [Target("tỷ lệ bao phủ bảo hiểm y tế", 98, 2030), Target("Tỷ lệ bao phủ bảo hiểm y tế", 95, 2025)]);

        proposed.ShouldHaveSingleItem().Change.ShouldSatisfyAllConditions(
            change => change.ItemId.ShouldBe(second.Id), change => change.Fields.ShouldContain(new FieldChange("threshold", "ge 97 %", "ge 98 %")));
    }

    [Fact]
    public void Never_pairs_the_vision_with_a_target()
    {
        var vision = Target("Tỷ lệ bao phủ bảo hiểm y tế", 100, null) with { Section = TargetSection.Vision };

        Of([Target("Tỷ lệ bao phủ bảo hiểm y tế", 95, null)], [vision], restates: true).Select(one => one.Change.Kind).ShouldBe([ChangeKind.Dropped, ChangeKind.Added]);
    }

    [Fact]
    public void Drops_what_is_left_out_only_when_the_plan_is_stated_anew()
    {
        Of([Target("A b c", 1, 2030)], []).ShouldBeEmpty();
        Of([Target("A b c", 1, 2030)], [], restates: true).ShouldHaveSingleItem().Change.Kind.ShouldBe(ChangeKind.Dropped);
    }

    [Fact]
    public void Finds_a_moved_deadline()
    {
        var before = APlan.Empty with { Duties = [Yearly] };
        var after = APlan.Empty with { Duties = [Yearly with { Id = Guid.CreateVersion7(), DeadlineDay = 20, DeadlineMonth = 11 }] };

        var proposed = Proposal.Of(before, after, restates: true).ShouldHaveSingleItem();

        proposed.Change.Fields.ShouldBe([new FieldChange("deadline", "15/12", "20/11")]);
        proposed.Change.ItemId.ShouldBe(Yearly.Id);
        proposed.Fields.ShouldBe(["deadline"]);
    }

    [Fact]
    public void Proposes_nothing_for_the_same_content()
    {
        var content = APlan.Empty with { Targets = [Target("A b c", 1, 2030), Target("A b c", 1, 2030)], Duties = [Yearly] };

        Proposal.Of(content, content, restates: true).ShouldBeEmpty();
    }

    private static IReadOnlyList<ProposedChange> Of(IReadOnlyList<PlanTarget> before, IReadOnlyList<PlanTarget> after, bool restates = false) =>
        Proposal.Of(APlan.Empty with { Targets = before }, APlan.Empty with { Targets = after }, restates);

    private static PlanTarget Target(string indicator, decimal value, int? year) => new(
        Guid.CreateVersion7(), null, TargetSection.Targets, $"{indicator} {value}%", indicator, Comparator.Ge, value, null, "%", null, false, null, null, null, year, Direction.Up, null, null, [], new(1, 4));
}
