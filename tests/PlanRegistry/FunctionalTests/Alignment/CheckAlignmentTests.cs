using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.V1.AlignmentFinding.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Alignment;

public sealed class CheckingAPlanAgainstTheOneAbove(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Quotes_both_sentences_of_each_difference()
    {
        var pair = await PlanPair.Import(registry);

        var check = await pair.Check(registry);

        check.Findings.Select(finding => (finding.Kind, finding.Rule)).ShouldBe(
            [(Kind.Stronger, "NUMBER"), (Kind.Missing, "NO_COUNTERPART"), (Kind.Weaker, "NUMBER")]);
        (check.Superior, check.ComparedCount, check.EqualCount, check.AcceptedCount).ShouldBe((pair.Superior.Name, 2, 0, 0));
        var weaker = check.Findings[2];
        weaker.SuperiorTarget.ShouldBe(pair.Superior.Targets.Single(target => target.Name == weaker.SuperiorTarget.Name));
        weaker.Target.ShouldBe(pair.Plan.Targets.Single(target => target.Name == weaker.Target.Name));
        weaker.Target.Text.ShouldContain("trên 90%");
        weaker.ExplanationVi.ShouldContain("trên 90 % vào năm 2030, chưa bằng mức trên 95 % vào năm 2030 của");
        weaker.Explanation.ShouldContain(pair.Superior.Number);
        check.Findings[1].Target.ShouldBeNull();
    }

    [Fact]
    public async Task Finds_the_plan_above_by_what_the_plan_implements()
    {
        var pair = await PlanPair.Import(registry);

        var found = await registry.AlignmentAs("viewer", Role.Viewer).CheckAlignmentAsync(new() { Plan = pair.Plan.Name });

        found.ShouldBe(await pair.Check(registry));
    }

    [Fact]
    public async Task Compares_what_persons_made_of_the_readings()
    {
        var pair = await PlanPair.Import(registry);
        var weaker = await pair.Finding(registry, Kind.Weaker);
        var corrected = new V1.ItemCorrection { Target = new() { Name = weaker.Target.Name, Threshold = new() { Value = "95" } }, UpdateMask = new() { Paths = { "threshold.value" } } };
        await registry.Registrar.ConfirmReadingAsync(new() { Name = pair.Plan.Name, ItemCorrections = { corrected } });

        (await pair.Check(registry)).Findings.Select(finding => finding.Kind).ShouldBe([Kind.Stronger, Kind.Missing]);
    }

    [Fact]
    public async Task Is_refused_when_no_plan_above_is_in_the_register()
    {
        var alone = await registry.Import(SamplePlan.Text());

        await ShouldBeRefused(new() { Plan = alone.Name }, StatusCode.FailedPrecondition, "SUPERIOR_PLAN_NOT_FOUND");
    }

    [Fact]
    public async Task Is_refused_when_the_plan_implements_several_until_one_is_named()
    {
        var pair = await PlanPair.Import(registry);
        var twin = await pair.ImportTwin(registry);

        await ShouldBeRefused(new() { Plan = pair.Plan.Name }, StatusCode.FailedPrecondition, "SUPERIOR_PLAN_AMBIGUOUS");
        (await registry.Alignment.CheckAlignmentAsync(new() { Plan = pair.Plan.Name, Superior = twin.Name })).Findings.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Is_refused_for_a_plan_above_itself()
    {
        var plan = await registry.Import(SamplePlan.Text());

        await ShouldBeRefused(new() { Plan = plan.Name, Superior = plan.Name }, StatusCode.InvalidArgument, "PLAN_ABOVE_ITSELF");
    }

    [Fact]
    public async Task Is_refused_for_plans_that_are_not_there()
    {
        var (plan, nowhere) = (await registry.Import(SamplePlan.Text()), $"plans/{Guid.CreateVersion7()}");

        await ShouldBeRefused(new() { Plan = nowhere }, StatusCode.NotFound, "PLAN_NOT_FOUND");
        await ShouldBeRefused(new() { Plan = plan.Name, Superior = nowhere }, StatusCode.NotFound, "PLAN_NOT_FOUND");
        await ShouldBeRefused(new() { Plan = "plans/1" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
    }

    private async Task ShouldBeRefused(V1.CheckAlignmentRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(registry.Alignment.CheckAlignmentAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
