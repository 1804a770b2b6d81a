using SocialPolicy.Harness.Services;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;
using Kind = SocialPolicy.PlanRegistry.V1.RelationKind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

public sealed class FindingAPath(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Goes_the_shortest_way_from_a_plan_up_to_the_resolution()
    {
        var resolution = await registry.New();
        var programme = await registry.New(resolution);
        var detour = await registry.New(programme);
        var province = await registry.New(programme, detour);
        var plan = await registry.Published(PlanPursuantTo($"Nghị quyết số {province.Number} ngày 24/11/2023", "71301"));

        var answer = await registry.Documents.FindPathAsync(new() { From = plan.Name, To = resolution.Name });

        answer.Found.ShouldBeTrue();
        answer.Steps.Select(step => (step.Document.Name, step.Depth, step.Kind)).ShouldBe(
            [(province.Name, 1, Kind.PursuantTo), (programme.Name, 2, Kind.Implements), (resolution.Name, 3, Kind.Implements)]);
    }

    [Fact]
    public async Task Says_that_there_is_no_way()
    {
        var answer = await registry.Documents.FindPathAsync(new() { From = (await registry.New()).Name, To = (await registry.New()).Name });

        (answer.Found, answer.Steps.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task Is_no_step_from_a_document_to_itself()
    {
        var document = await registry.New(await registry.New());

        var answer = await registry.Documents.FindPathAsync(new() { From = document.Name, To = document.Name });

        (answer.Found, answer.Steps.Count).ShouldBe((true, 0));
    }

    [Fact]
    public async Task Goes_only_by_what_counts_on_the_day()
    {
        var top = await registry.New();
        var bottom = await registry.Register(Central(NewNumber()), Of(top, effectiveOn: On(2026, 1, 1)));

        (await registry.Documents.FindPathAsync(new() { From = bottom.Name, To = top.Name, On = On(2025, 12, 31) })).Found.ShouldBeFalse();
        (await registry.Documents.FindPathAsync(new() { From = bottom.Name, To = top.Name, On = On(2026, 1, 1) })).Found.ShouldBeTrue();
    }

    [Fact]
    public async Task Is_refused_for_a_document_the_graph_does_not_have()
    {
        var known = await registry.New();

        (await Refused.By(registry.Documents.FindPathAsync(new() { From = known.Name, To = $"documents/{Guid.CreateVersion7()}" }))).Reason.ShouldBe("DOCUMENT_NOT_FOUND");
    }

    [Fact]
    public async Task Is_refused_for_a_malformed_name() =>
        (await Refused.By(registry.Documents.FindPathAsync(new() { From = "x", To = "y" }))).Fields.ShouldBe(["from"]);
}
