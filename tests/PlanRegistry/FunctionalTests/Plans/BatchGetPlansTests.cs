using Grpc.Core;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class GettingPlansInABatch(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Answers_in_the_order_of_the_names()
    {
        var a = await registry.Import(SamplePlan.Text());
        var b = await registry.Import(SamplePlan.Text());

        var answer = await registry.Registrar.BatchGetPlansAsync(new() { Names = { b.Name, a.Name, b.Name } });

        answer.Plans.Select(plan => plan.Name).ShouldBe([b.Name, a.Name, b.Name]);
        answer.Plans.ShouldAllBe(plan => plan.Targets.Count == 0 && plan.Summary.TargetCount == 3);
    }

    [Fact]
    public async Task Shows_everything_in_the_full_view()
    {
        var plan = await registry.Import(SamplePlan.Text());

        (await registry.Registrar.BatchGetPlansAsync(new() { Names = { plan.Name }, View = V1.PlanView.Full })).Plans.ShouldBe([plan]);
    }

    [Fact]
    public async Task Gives_nothing_for_nothing() =>
        (await registry.Registrar.BatchGetPlansAsync(new())).Plans.ShouldBeEmpty();

    [Fact]
    public async Task Is_refused_as_a_whole_when_one_plan_is_missing()
    {
        var plan = await registry.Import(SamplePlan.Text());
        var missing = $"plans/{Guid.CreateVersion7()}";

        var refused = await Refused.By(registry.Registrar.BatchGetPlansAsync(new() { Names = { plan.Name, missing } }));

        (refused.Code, refused.Reason, refused.Facts["name"]).ShouldBe((StatusCode.NotFound, "PLAN_NOT_FOUND", missing));
    }

    [Fact]
    public async Task Is_refused_for_more_than_100_names()
    {
        var names = Enumerable.Range(0, 101).Select(_ => $"plans/{Guid.CreateVersion7()}");

        var refused = await Refused.By(registry.Registrar.BatchGetPlansAsync(new() { Names = { names } }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, "TOO_MANY_NAMES"));
    }

    [Fact]
    public async Task Is_refused_for_a_malformed_name() =>
        (await Refused.By(registry.Registrar.BatchGetPlansAsync(new() { Names = { "plans/x" } }))).Reason.ShouldBe("NAME_MALFORMED");
}
