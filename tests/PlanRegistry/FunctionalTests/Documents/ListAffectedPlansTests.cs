using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;
using Kind = SocialPolicy.PlanRegistry.V1.RelationKind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class ListingAffectedPlans(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Shows_plans_in_force_with_the_way_they_are_touched_and_what_they_hold()
    {
        var top = await registry.New();
        var middle = await registry.New(top);
        var near = await registry.Published(PlanPursuantTo($"Nghị quyết số {top.Number} ngày 24/11/2023", "71401"));
        var far = await registry.Published(PlanPursuantTo($"Nghị quyết số {middle.Number} ngày 24/11/2023", "71402"));
        await registry.Confirmed(PlanPursuantTo($"Nghị quyết số {top.Number} ngày 24/11/2023", "71403"));

        var answer = await registry.Documents.ListAffectedPlansAsync(new() { Name = top.Name });

        answer.Plans.Select(plan => (plan.Document.Document.Plan, plan.TargetCount, plan.ReportingDutyCount)).ShouldBe([(near.Name, 3, 1), (far.Name, 3, 1)]);
        answer.Plans[1].Path.ShouldBe([middle.Name, (await registry.Find(far.Name)).Name]);
        (answer.PlanCount, answer.TargetCount, answer.ReportingDutyCount, answer.Truncated).ShouldBe((2, 6, 2, false));
    }

    [Fact]
    public async Task Leaves_out_what_has_ended_by_the_day()
    {
        var top = await registry.New();
        var plan = await registry.Published(PlanPursuantTo($"Nghị quyết số {top.Number} ngày 24/11/2023", "71404"));
        await registry.Register(Central(NewNumber(), On(2026, 3, 1)), Of(await registry.Find(plan.Name), Kind.Replaces));

        (await registry.Documents.ListAffectedPlansAsync(new() { Name = top.Name, On = On(2026, 2, 28) })).PlanCount.ShouldBe(1);
        (await registry.Documents.ListAffectedPlansAsync(new() { Name = top.Name, On = On(2026, 3, 1) })).PlanCount.ShouldBe(0);
    }

    [Fact]
    public async Task Comes_in_pages_that_tell_the_whole_count()
    {
        var top = await registry.New();
        foreach (var number in new[] { "71405", "71406", "71407" })
            await registry.Published(PlanPursuantTo($"Nghị quyết số {top.Number} ngày 24/11/2023", number));

        var first = await registry.Documents.ListAffectedPlansAsync(new() { Name = top.Name, PageSize = 2 });
        var second = await registry.Documents.ListAffectedPlansAsync(new() { Name = top.Name, PageSize = 2, PageToken = first.NextPageToken });

        (first.Plans.Count, first.PlanCount, second.Plans.Count, second.NextPageToken).ShouldBe((2, 3, 1, ""));
        first.Plans.Concat(second.Plans).Select(plan => plan.Document.Document.Name).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Is_refused_for_a_document_the_graph_does_not_have() =>
        (await Refused.By(registry.Documents.ListAffectedPlansAsync(new() { Name = $"documents/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("DOCUMENT_NOT_FOUND");

    [Fact]
    public async Task Is_refused_for_a_walk_without_end() =>
        (await Refused.By(registry.Documents.ListAffectedPlansAsync(new() { Name = $"documents/{Guid.CreateVersion7()}", MaxDepth = 65 }))).Reason.ShouldBe("DEPTH_OUT_OF_RANGE");
}
