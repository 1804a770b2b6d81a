using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Reporting.FunctionalTests.Reports;

[Collection(nameof(Reporting))]
public sealed class AskingIndicators(Reporting reporting)
{
    [Fact]
    public async Task Is_refused_by_its_name_when_nobody_answers()
    {
        var refused = await Should.ThrowAsync<RuleBroken>(() =>
            reporting.Indicators.Get(Guid.CreateVersion7(), "2026", Guid.CreateVersion7(), CancellationToken.None));

        (refused.First.Reason, refused.First.Kind).ShouldBe(("INDICATORS_UNAVAILABLE", RuleKind.Unavailable));
    }
}
