using Npgsql;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;
using static SocialPolicy.PlanRegistry.FunctionalTests.Amendments.Amending;
using Kind = SocialPolicy.PlanRegistry.V1.Matter.Types.Kind;
using Outcome = SocialPolicy.PlanRegistry.V1.Matter.Types.Outcome;
using State = SocialPolicy.PlanRegistry.V1.Matter.Types.State;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Matters;

public sealed class ClosingAMatter(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Settles_it_and_is_announced()
    {
        var closed = await registry.Closed();

        (closed.State, closed.Conclusion).ShouldBe((State.Closed, "Kết thúc"));
        var facts = await registry.Announced(closed.Name);
        facts.Count.ShouldBe(2);
        (facts[1].GetProperty("answer").GetString(), facts[1].GetProperty("conclusion").GetString()).ShouldBe(("Đã bố trí nguồn", "Kết thúc"));
    }

    [Fact]
    public async Task Of_an_adjustment_names_the_amendment_that_made_it()
    {
        var matter = await registry.Answered(Kind.Adjustment);
        var plan = await registry.Registrar.GetPlanAsync(new() { Name = Raising.PlanOf(matter) });
        var later = await registry.Amendments.AmendPlanAsync(Amendment(plan, Day(2027, 1, 1), Value(plan.Targets[0], "2")));
        await registry.Amendments.CancelAmendmentAsync(new() { Name = later.Name, Reason = "Ghi nhầm" });
        var amendment = (await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3")))).Name;

        await ShouldBeRefused(new() { Name = matter.Name, Conclusion = "x", Amendment = $"{plan.Name}/amendments/{Guid.CreateVersion7()}" }, "AMENDMENT_NOT_FOUND");
        await ShouldBeRefused(new() { Name = matter.Name, Conclusion = "x", Amendment = later.Name }, "AMENDMENT_ALREADY_CANCELLED");
        await ShouldBeRefused(new() { Name = matter.Name, Conclusion = "x" }, "ADJUSTMENT_CLOSES_BY_AMENDMENT");
        await ShouldBeRefused(new() { Name = matter.Name, Conclusion = "x", Amendment = "amendments/1" }, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Name = matter.Name, Conclusion = "x", Amendment = $"plans/{Guid.CreateVersion7()}/amendments/{Guid.CreateVersion7()}" }, "AMENDMENT_OF_ANOTHER_PLAN");
        var closed = await registry.Matters.CloseMatterAsync(new() { Name = matter.Name, Conclusion = "Đã điều chỉnh", Amendment = amendment });

        (closed.State, closed.Amendment).ShouldBe((State.Closed, amendment));
        amendment.ShouldEndWith((await registry.Announced(matter.Name))[1].GetProperty("amendmentId").GetString()!);
    }

    [Fact]
    public async Task Of_another_kind_names_no_amendment()
    {
        var matter = await registry.Answered();

        await ShouldBeRefused(new() { Name = matter.Name, Conclusion = "x", Amendment = $"{Raising.PlanOf(matter)}/amendments/{Guid.CreateVersion7()}" }, "AMENDMENT_CLOSES_ADJUSTMENTS");
    }

    [Fact]
    public async Task Of_an_adjustment_may_decline_it_with_the_reason()
    {
        var matter = await registry.Answered(Kind.Adjustment);
        var request = new V1.CloseMatterRequest { Name = matter.Name, Conclusion = "Không còn nguồn lực", Outcome = Outcome.Declined, RequestId = $"{Guid.CreateVersion7()}" };
        await ShouldBeRefused(new() { Name = matter.Name, Outcome = Outcome.Declined }, "FIELD_REQUIRED");

        var closed = await registry.Matters.CloseMatterAsync(request);

        (closed.State, closed.Outcome, closed.Conclusion, closed.Amendment).ShouldBe((State.Closed, Outcome.Declined, "Không còn nguồn lực", ""));
        (await registry.Matters.CloseMatterAsync(request)).ShouldBe(closed);
        var fact = (await registry.Announced(matter.Name))[1];
        (fact.GetProperty("outcome").GetString(), fact.TryGetProperty("amendmentId", out var amendment) && amendment.ValueKind is not System.Text.Json.JsonValueKind.Null).ShouldBe(("declined", false));
        var plan = Raising.PlanOf(matter);
        (await registry.Matters.ListMattersAsync(new() { Plan = plan, OnlyUnclosed = true })).Matters.ShouldNotContain(one => one.Name == matter.Name);
        (await registry.Matters.ListMattersAsync(new() { Plan = plan, State = State.Closed })).Matters.Single(one => one.Name == matter.Name).Outcome.ShouldBe(Outcome.Declined);
        (await registry.Matters.ReopenMatterAsync(new() { Name = matter.Name, Reason = "Đã có nguồn" })).Outcome.ShouldBe(Outcome.Unspecified);
    }

    [Fact]
    public async Task Declines_only_what_asks_for_something()
    {
        await ShouldBeRefused(new() { Name = (await registry.Answered()).Name, Conclusion = "x", Outcome = Outcome.Declined }, "NOTHING_TO_DECLINE");
        (await registry.Matters.CloseMatterAsync(new() { Name = (await registry.Answered(Kind.Proposal)).Name, Conclusion = "x", Outcome = Outcome.Declined })).Outcome.ShouldBe(Outcome.Declined);
        (await registry.Closed()).Outcome.ShouldBe(Outcome.Settled);
    }

    [Fact]
    public async Task Declines_nothing_that_an_amendment_made()
    {
        var matter = await registry.Answered(Kind.Adjustment);
        var plan = await registry.Registrar.GetPlanAsync(new() { Name = Raising.PlanOf(matter) });
        var amendment = (await registry.Amendments.AmendPlanAsync(Amendment(plan, registry.Today(), Value(plan.Targets[0], "3")))).Name;

        await ShouldBeRefused(new() { Name = matter.Name, Conclusion = "x", Amendment = amendment, Outcome = Outcome.Declined }, "DECLINED_WITH_AMENDMENT");
    }

    [Fact]
    public async Task Gives_a_repeated_request_its_first_answer()
    {
        var request = new V1.CloseMatterRequest { Name = (await registry.Answered()).Name, Conclusion = "x", RequestId = $"{Guid.CreateVersion7()}" };

        var first = await registry.Matters.CloseMatterAsync(request);

        (await registry.Matters.CloseMatterAsync(request)).ShouldBe(first);
        (await registry.Announced(first.Name)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Is_refused_in_every_other_state_and_with_what_is_wrong()
    {
        await ShouldBeRefused(new() { Name = (await registry.Open()).Name, Conclusion = "x" }, "MATTER_NOT_ANSWERED");
        await ShouldBeRefused(new() { Name = (await registry.Assigned()).Name, Conclusion = "x" }, "MATTER_NOT_ANSWERED");
        await ShouldBeRefused(new() { Name = (await registry.Closed()).Name, Conclusion = "x" }, "MATTER_ALREADY_CLOSED");
        var answered = await registry.Answered();
        await ShouldBeRefused(new() { Name = answered.Name }, "FIELD_REQUIRED");
        await ShouldBeRefused(new() { Name = answered.Name, Conclusion = "x", Etag = "v1" }, "ETAG_MISMATCH");
        await ShouldBeRefused(new() { Name = $"matters/{Guid.CreateVersion7()}", Conclusion = "x" }, "MATTER_NOT_FOUND");
        (await registry.Matters.GetMatterAsync(new() { Name = answered.Name })).ShouldBe(answered);
    }

    [Fact]
    public async Task Is_undone_by_reopening_which_is_announced_as_raised_once_more()
    {
        var closed = await registry.Closed();
        var request = new V1.ReopenMatterRequest { Name = closed.Name, Reason = "Nguồn chưa về", RequestId = $"{Guid.CreateVersion7()}" };

        var reopened = await registry.Matters.ReopenMatterAsync(request);

        (reopened.State, reopened.Answer, reopened.Conclusion, reopened.AssignedTo.Code).ShouldBe((State.Assigned, "", "", closed.AssignedTo.Code));
        (await registry.Matters.ReopenMatterAsync(request)).ShouldBe(reopened);
        (await registry.Ask<string[]>("select array_agg(type order by position) from ground.outbox where aggregate = @name", new { name = closed.Name }))
            .ShouldBe(["planregistry.MatterRaised", "planregistry.MatterClosed", "planregistry.MatterRaised"]);
        (await Refused.By(registry.Matters.ReopenMatterAsync(new() { Name = closed.Name, Reason = "x" }))).Reason.ShouldBe("MATTER_NOT_CLOSED");
        (await Refused.By(registry.Matters.ReopenMatterAsync(new() { Name = closed.Name }))).Reason.ShouldBe("FIELD_REQUIRED");
        (await Refused.By(registry.Matters.ReopenMatterAsync(new() { Name = closed.Name, Reason = "x", Etag = "v1" }))).Reason.ShouldBe("ETAG_MISMATCH");
    }

    [Theory]
    [InlineData("delete from matters where id = @id")]
    [InlineData("update matters set text = 'khác' where id = @id")]
    [InlineData("delete from matter_steps where matter_id = @id")]
    [InlineData("update matters set state = 'closed', conclusion = 'x' where id = @id and state = 'open'")]
    public async Task Leaves_a_history_that_nobody_rewrites(string statement)
    {
        var id = Guid.Parse((await registry.Open()).Name["matters/".Length..]);

        await Should.ThrowAsync<PostgresException>(() => registry.Ask<int>($"with done as ({statement} returning 1) select count(*)::int from done", new { id }));
    }

    private async Task ShouldBeRefused(V1.CloseMatterRequest request, string reason) =>
        (await Refused.By(registry.Matters.CloseMatterAsync(request))).Reason.ShouldBe(reason);
}
