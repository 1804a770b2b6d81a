using Grpc.Core;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;
using State = SocialPolicy.PlanRegistry.V1.Amendment.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Amendments;

public sealed class CancellingAnAmendment(Registry registry) : IClassFixture<Registry>
{
    private static readonly Google.Type.Date Later = Day(2027, 1, 1);

    [Fact]
    public async Task Takes_back_what_has_not_taken_effect()
    {
        var plan = await registry.ImportPublished();
        var amendment = await registry.Amendments.AmendPlanAsync(Amendment(plan, Later, Value(plan.Targets[0], "3")));

        var cancelled = await registry.Amendments.CancelAmendmentAsync(new() { Name = amendment.Name, Etag = amendment.Etag, Reason = "Ghi nhầm" });

        (cancelled.State, cancelled.CancelReason).ShouldBe((State.Cancelled, "Ghi nhầm"));
        (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, InForceOn = Later })).Targets.ShouldBe(plan.Targets);
        (await registry.Amendments.ListAmendmentsAsync(new() { Plan = plan.Name })).Amendments.ShouldBe([cancelled]);
    }

    [Fact]
    public async Task Does_not_change_what_was_known_before()
    {
        var plan = await registry.ImportPublished();
        var amendment = await registry.Amendments.AmendPlanAsync(Amendment(plan, Later, Value(plan.Targets[0], "3")));
        var asked = new V1.GetPlanRequest { Name = plan.Name, InForceOn = Later, KnownAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(registry.Clock.GetUtcNow()) };
        var before = await registry.Registrar.GetPlanAsync(asked);
        registry.Clock.Advance(TimeSpan.FromHours(1));

        await registry.Amendments.CancelAmendmentAsync(new() { Name = amendment.Name, Reason = "Ghi nhầm" });

        before.Targets[0].Threshold.Value.ShouldBe("3");
        (await registry.Registrar.GetPlanAsync(asked)).Targets.ShouldBe(before.Targets);
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var plan = await registry.ImportPublished();
        var amendment = await registry.Amendments.AmendPlanAsync(Amendment(plan, Later, Value(plan.Targets[0], "3")));
        var order = new V1.CancelAmendmentRequest { Name = amendment.Name, Reason = "Ghi nhầm", RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Amendments.CancelAmendmentAsync(order);

        (await registry.Amendments.CancelAmendmentAsync(order)).ShouldBe(first);
    }

    [Fact]
    public async Task Is_refused_when_it_is_too_late_or_done()
    {
        var plan = await registry.ImportPublished();
        var inEffect = await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3")));
        await ShouldBeRefused(new() { Name = inEffect.Name, Reason = "Muộn" }, StatusCode.FailedPrecondition, "AMENDMENT_IN_EFFECT");

        var scheduled = await registry.Amendments.AmendPlanAsync(Amendment(plan, Later, Value(plan.Targets[0], "2")));
        await registry.Amendments.CancelAmendmentAsync(new() { Name = scheduled.Name, Reason = "Ghi nhầm" });
        await ShouldBeRefused(new() { Name = scheduled.Name, Reason = "Lần nữa" }, StatusCode.FailedPrecondition, "AMENDMENT_ALREADY_CANCELLED");
        await ShouldBeRefused(new() { Name = scheduled.Name, Etag = scheduled.Etag, Reason = "Lần nữa" }, StatusCode.Aborted, "ETAG_MISMATCH");
    }

    [Fact]
    public async Task Is_refused_while_another_builds_upon_it()
    {
        var plan = await registry.ImportPublished();
        var first = await registry.Amendments.AmendPlanAsync(Amendment(plan, Later, Added("Tỷ lệ trẻ em được tiêm chủng", "90")));
        var added = (await registry.Registrar.GetPlanAsync(new() { Name = plan.Name, InForceOn = Later })).Targets[^1];
        var second = await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2027, 6, 1), Value(added, "95")));

        await ShouldBeRefused(new() { Name = first.Name, Reason = "Ghi nhầm" }, StatusCode.FailedPrecondition, "AMENDMENT_BUILT_UPON");

        await registry.Amendments.CancelAmendmentAsync(new() { Name = second.Name, Reason = "Ghi nhầm" });
        (await registry.Amendments.CancelAmendmentAsync(new() { Name = first.Name, Reason = "Ghi nhầm" })).State.ShouldBe(State.Cancelled);
    }

    [Fact]
    public async Task Is_refused_without_a_reason_of_fitting_length_or_for_one_that_is_not_there()
    {
        var plan = await registry.ImportPublished();
        var amendment = await registry.Amendments.AmendPlanAsync(Amendment(plan, Later, Value(plan.Targets[0], "3")));

        await ShouldBeRefused(new() { Name = amendment.Name }, StatusCode.InvalidArgument, "FIELD_REQUIRED");
        await ShouldBeRefused(new() { Name = amendment.Name, Reason = new string('x', 2_001) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG");
        await ShouldBeRefused(new() { Name = $"{plan.Name}/amendments/{Guid.CreateVersion7()}", Reason = "x" }, StatusCode.NotFound, "AMENDMENT_NOT_FOUND");
        (await Refused.By(registry.Amendments.GetAmendmentAsync(new() { Name = $"{plan.Name}/amendments/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("AMENDMENT_NOT_FOUND");
    }

    private async Task ShouldBeRefused(V1.CancelAmendmentRequest order, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Amendments.CancelAmendmentAsync(order));
        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
