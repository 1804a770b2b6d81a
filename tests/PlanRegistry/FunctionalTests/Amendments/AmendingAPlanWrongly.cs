using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Amendments;

public sealed class AmendingAPlanWrongly(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Is_refused_before_the_plan_is_published()
    {
        var plan = await registry.ImportConfirmed();

        await ShouldBeRefused(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3")), StatusCode.FailedPrecondition, "PLAN_NOT_PUBLISHED");
    }

    [Fact]
    public async Task Is_refused_when_it_is_older_than_the_plan()
    {
        var plan = await registry.ImportPublished();
        var order = Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"));
        order.Document.IssuedOn = Day(2024, 2, 5);

        await ShouldBeRefused(order, StatusCode.FailedPrecondition, "AMENDMENT_BEFORE_PLAN");
        order.EffectiveOn = Day(2024, 2, 5);
        await ShouldBeRefused(order, StatusCode.FailedPrecondition, "AMENDMENT_BEFORE_PLAN");
    }

    [Fact]
    public async Task Is_refused_when_it_says_what_the_plan_says()
    {
        var plan = await registry.ImportPublished();

        await ShouldBeRefused(Amendment(plan, registry.Today(), Value(plan.Targets[0], "4")), StatusCode.InvalidArgument, "AMENDMENT_EMPTY");
        await ShouldBeRefused(Amendment(plan, registry.Today()), StatusCode.InvalidArgument, "AMENDMENT_EMPTY");
    }

    [Fact]
    public async Task Is_refused_when_it_drops_what_a_later_one_changes()
    {
        var plan = await registry.ImportPublished();
        await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2026, 1, 1), Value(plan.Targets[0], "3")));

        await ShouldBeRefused(Amendment(plan, Day(2025, 1, 1), Dropped(plan.Targets[0])), StatusCode.FailedPrecondition, "ITEM_AMENDED_LATER");
    }

    [Fact]
    public async Task Is_refused_for_an_item_that_was_dropped()
    {
        var plan = await registry.ImportPublished();
        await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2025, 1, 1), Dropped(plan.Targets[0])));

        await ShouldBeRefused(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3")), StatusCode.NotFound, "ITEM_NOT_FOUND");
    }

    [Theory]
    [InlineData("number", "FIELD_REQUIRED")]
    [InlineData("issued_on", "FIELD_REQUIRED")]
    [InlineData("effective_on", "FIELD_REQUIRED")]
    [InlineData("early", "AMENDMENT_TAKES_EFFECT_BEFORE_IT_IS_ISSUED")]
    [InlineData("itself", "AMENDMENT_BY_ITSELF")]
    [InlineData("note", "FIELD_TOO_LONG")]
    [InlineData("wordless", "ITEM_WITHOUT_A_PLACE")]
    [InlineData("twice", "ITEM_CORRECTED_TWICE")]
    [InlineData("field", "ITEM_FIELD_NOT_CORRECTABLE")]
    [InlineData("range", "THRESHOLD_INCOMPLETE")]
    [InlineData("words", "VALUE_MALFORMED")]
    [InlineData("many", "TOO_MANY_NAMES")]
    public async Task Is_refused_when_something_is_missing_or_wrong(string what, string reason)
    {
        var plan = await registry.ImportPublished();
        var order = Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"));
        switch (what)
        {
            case "number": order.Document.Number = ""; break;
            case "issued_on": order.Document.IssuedOn = null; break;
            case "effective_on": order.EffectiveOn = null; break;
            case "early": (order.Document.IssuedOn, order.EffectiveOn) = (Day(2025, 2, 1), Day(2025, 1, 1)); break;
            case "itself": order.Document = new() { Plan = plan.Name }; break;
            case "note": order.Note = new string('x', 2_001); break;
            case "wordless": order.ItemChanges.Add(Added("", "90")); break;
            case "twice": order.ItemChanges.Add(Value(plan.Targets[0], "2")); break;
            case "field": order.ItemChanges[0].UpdateMask.Paths.Add("span"); break;
            case "words": order.ItemChanges[0].Target.Threshold.Value = "ba phần trăm"; break;
            case "many": order.ItemChanges.Add(Enumerable.Repeat(Added("Tỷ lệ xã có trạm y tế", "90"), 500)); break;
            case "range": order.ItemChanges[0].Target.Threshold.Comparator = Types.V1.Comparator.Range; order.ItemChanges[0].UpdateMask.Paths.Add("threshold.comparator"); break;
        }

        await ShouldBeRefused(order, StatusCode.InvalidArgument, reason);
        (await Get(plan)).ShouldBe(plan);
    }

    [Fact]
    public async Task Is_refused_when_the_amending_document_is_not_confirmed_or_not_there()
    {
        var plan = await registry.ImportPublished();
        var order = Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"));
        order.Document = new() { Plan = (await registry.Import(SamplePlan.Text())).Name };
        await ShouldBeRefused(order, StatusCode.FailedPrecondition, "AMENDING_DOCUMENT_NOT_CONFIRMED");

        order.Document = new() { Plan = $"plans/{Guid.CreateVersion7()}" };
        await ShouldBeRefused(order, StatusCode.NotFound, "PLAN_NOT_FOUND");
    }

    [Fact]
    public async Task Is_refused_when_the_plan_has_moved_on()
    {
        var plan = await registry.ImportPublished();
        await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3")));
        var order = Amendment(plan, registry.Today(), Value(plan.Targets[0], "2"));
        order.Etag = plan.Etag;

        await ShouldBeRefused(order, StatusCode.Aborted, "ETAG_MISMATCH");
    }

    [Fact]
    public async Task Is_refused_to_those_who_may_only_look()
    {
        var plan = await registry.ImportPublished();

        var refused = await Refused.By(registry.AmendmentsAs("viewer", Role.Viewer, Role.Operator).AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3"))));

        refused.Code.ShouldBe(StatusCode.PermissionDenied);
    }

    private async Task ShouldBeRefused(V1.AmendPlanRequest order, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Amendments.AmendPlanAsync(order));
        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }

    private async Task<V1.Plan> Get(V1.Plan plan) => await registry.Registrar.GetPlanAsync(new() { Name = plan.Name });
}
