using SocialPolicy.Harness;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using Xunit.Abstractions;

namespace SocialPolicy.Indicators.FunctionalTests;

/// <summary>Every RPC, called with what no honest client sends: 300 times each, 10,000 times in the long run.</summary>
public sealed class SurvivingHostileCalls(ITestOutputHelper report) : IAsyncLifetime
{
    private readonly Indicators indicators = new();

    public Task InitializeAsync() => indicators.InitializeAsync();

    public Task DisposeAsync() => indicators.DisposeAsync();

    [Fact]
    public async Task Means_refusing_them_by_name_and_serving_the_others()
    {
        using var attack = indicators.Attacked;
        var plan = await indicators.Adopt(APlan.Target(), APlan.Target());
        foreach (var target in await indicators.TargetsOf(plan))
            attack.Learn(target);

        report.WriteLine($"SPP_TEST_SEED={Extent.Seed}");
        var defects = await attack.Run(Extent.Seed, Extent.IsFull ? 10_000 : 300);

        report.WriteLine(attack.Answers);
        defects.ShouldBeEmpty($"SPP_TEST_SEED={Extent.Seed}");
    }
}
