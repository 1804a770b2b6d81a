using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;
using Kind = SocialPolicy.PlanRegistry.V1.ItemChange.Types.Kind;
using State = SocialPolicy.PlanRegistry.V1.Amendment.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Amendments;

public sealed class AmendingAPlan(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Shows_the_difference_before_anything_is_kept()
    {
        var plan = await registry.ImportPublished();
        var order = Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"), Dropped(plan.Targets[1]), Added("Tỷ lệ trẻ em được tiêm chủng", "90"));
        order.ValidateOnly = true;

        var rehearsed = await registry.Amendments.AmendPlanAsync(order);

        rehearsed.Changes.Select(change => change.Kind).ShouldBe([Kind.Changed, Kind.Dropped, Kind.Added]);
        rehearsed.Changes[0].ShouldSatisfyAllConditions(
            change => change.Item.ShouldBe(plan.Targets[0].Name),
            change => change.Before.ShouldBe(plan.Targets[0].Text),
            change => change.Fields.ShouldBe([new V1.ItemChange.Types.Field { Path = "threshold.value", Before = "4", After = "3" }]),
            change => change.Target.Threshold.Value.ShouldBe("3"));
        rehearsed.Changes[1].ShouldSatisfyAllConditions(
            change => change.Item.ShouldBe(plan.Targets[1].Name), change => change.Before.ShouldBe(plan.Targets[1].Text), change => change.After.ShouldBeEmpty());
        rehearsed.Changes[2].After.ShouldBe("Tỷ lệ trẻ em được tiêm chủng");
        (await Get(plan)).ShouldBe(plan);
        (await registry.Announcements(plan.Name, "PlanAmended")).ShouldBe(0);
        (await registry.Amendments.ListAmendmentsAsync(new() { Plan = plan.Name })).Amendments.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_effect_at_once_when_its_day_has_come()
    {
        var plan = await registry.ImportPublished();

        var amendment = await registry.Amendments.AmendPlanAsync(
            Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"), Dropped(plan.Targets[1]), Added("Tỷ lệ trẻ em được tiêm chủng", "90")));

        amendment.State.ShouldBe(State.InEffect);
        amendment.EffectTime.ShouldBe(registry.Clock.GetUtcNow().ToTimestamp());
        var amended = await Get(plan);
        amended.Etag.ShouldNotBe(plan.Etag);
        (amended.Targets[0].Name, amended.Targets[0].Threshold.Value, amended.Targets[0].AmendedBy).ShouldBe((plan.Targets[0].Name, "3", amendment.Name));
        amended.Targets.ShouldNotContain(target => target.Name == plan.Targets[1].Name);
        amended.Targets[^1].ShouldSatisfyAllConditions(
            target => target.Text.ShouldBe("Tỷ lệ trẻ em được tiêm chủng"), target => target.AmendedBy.ShouldBe(amendment.Name), target => target.WordedBy.ShouldBe(amendment.Name));
        amended.Summary.TargetCount.ShouldBe(plan.Summary.TargetCount);
        (await registry.Amendments.GetAmendmentAsync(new() { Name = amendment.Name })).ShouldBe(amendment);
    }

    [Fact]
    public async Task Announces_once_the_plan_as_it_then_is_and_what_changed()
    {
        var plan = await registry.ImportPublished();

        var amendment = await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"), Dropped(plan.Targets[1])));

        (await registry.Announcements(plan.Name, "PlanAmended")).ShouldBe(1);
        using var fact = JsonDocument.Parse(await registry.Ask<string>(
            "select payload from ground.outbox where aggregate = @name and type = 'planregistry.PlanAmended'", new { name = plan.Name }));
        amendment.Name.ShouldEndWith(fact.RootElement.GetProperty("amendmentId").GetString()!);
        var targets = fact.RootElement.GetProperty("plan").GetProperty("targets").EnumerateArray().ToList();
        targets.Count.ShouldBe(plan.Targets.Count - 1);
        targets[0].GetProperty("value").GetDecimal().ShouldBe(3);
        fact.RootElement.GetProperty("plan").GetProperty("reportingDuties").GetArrayLength().ShouldBe(plan.ReportingDuties.Count);
        fact.RootElement.GetProperty("changes").EnumerateArray().Select(change => (change.GetProperty("change").GetString(), change.GetProperty("itemId").GetString()))
            .ShouldBe([("changed", IdOf(plan.Targets[0])), ("dropped", IdOf(plan.Targets[1]))]);
    }

    [Fact]
    public async Task Changes_the_date_of_a_duty_and_when_it_is_next_due()
    {
        var plan = await registry.ImportPublished();
        var duty = plan.ReportingDuties[0];

        await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), new V1.ItemCorrection
        {
            ReportingDuty = new() { Name = duty.Name, Deadline = new() { Month = 11, Day = 20 } },
            UpdateMask = new() { Paths = { "deadline" } },
        }));

        var amended = await Get(plan);
        amended.ReportingDuties[0].Deadline.ShouldBe(new() { Month = 11, Day = 20 });
        (amended.ReportingDuties[0].ReporterParties, amended.ReportingDuties[0].ViaParty).ShouldBe((duty.ReporterParties, duty.ViaParty));
        amended.Summary.NextDeadline.ShouldNotBe(plan.Summary.NextDeadline);
        amended.Summary.NextDeadline.Month.ShouldBe(11);
    }

    [Fact]
    public async Task Takes_the_words_and_their_place_from_the_amending_document()
    {
        var plan = await registry.ImportPublished();
        var amending = await registry.ImportConfirmed();
        var order = Amendment(plan, registry.Today(), new V1.ItemCorrection
        {
            Target = new() { Name = plan.Targets[0].Name, Text = "Tỷ lệ thất nghiệp dưới 3%", Threshold = new() { Value = "3" }, Span = new() { Start = 10, End = 30 } },
            UpdateMask = new() { Paths = { "threshold.value", "text" } },
        });
        order.Document = new() { Plan = amending.Name };

        var amendment = await registry.Amendments.AmendPlanAsync(order);

        (amendment.Document.Number, amendment.Document.Title, amendment.Document.IssuedOn).ShouldBe((amending.Number, amending.Title, amending.IssuedOn));
        var target = (await Get(plan)).Targets[0];
        (target.Text, target.Span, target.WordedBy).ShouldBe(("Tỷ lệ thất nghiệp dưới 3%", new V1.Span { Start = 10, End = 30 }, amendment.Name));
    }

    [Fact]
    public async Task Stands_in_the_graph_of_documents_below_the_plan()
    {
        var plan = await registry.ImportPublished();

        await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2025, 1, 1), Value(plan.Targets[0], "3")));
        await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2025, 2, 1), Value(plan.Targets[0], "2")));

        var below = (await registry.Documents.ListDescendantsAsync(new() { Name = plan.Name, Kinds = { V1.RelationKind.Amends } })).Documents;
        below.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Document.Number.ShouldBe("12/QĐ-UBND"), found => found.Document.IssuedOn.ShouldBe(Day(2024, 3, 1)));
    }

    [Fact]
    public async Task Is_found_by_its_words_and_what_it_dropped_no_more()
    {
        var plan = await registry.ImportPublished();

        await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Dropped(plan.Targets[1]), Added("Tỷ lệ xã có trạm y tế đạt chuẩn", "90")));

        (await registry.Searcher.SearchAsync(new() { Query = "trạm y tế đạt chuẩn", Plan = plan.Name })).Results.ShouldHaveSingleItem().Head.Text.ShouldBe("Tỷ lệ xã có trạm y tế đạt chuẩn");
        (await registry.Searcher.SearchAsync(new() { Query = "qua đào tạo có bằng cấp", Plan = plan.Name })).Results.ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer_also_at_the_same_time()
    {
        var plan = await registry.ImportPublished();
        var order = Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"));
        order.RequestId = $"{Guid.CreateVersion7()}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => registry.Amendments.AmendPlanAsync(order).ResponseAsync));

        answers.Distinct().ShouldHaveSingleItem();
        (await registry.Announcements(plan.Name, "PlanAmended")).ShouldBe(1);
    }

    private async Task<V1.Plan> Get(V1.Plan plan) => await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });

    private static string IdOf(V1.Target target) => target.Name.Split('/')[^1];
}
