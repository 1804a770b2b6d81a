using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Xunit.Abstractions;

namespace SocialPolicy.PlanRegistry.FunctionalTests;

/// <summary>Every RPC, called with what no honest client sends: 300 times each, 10,000 times in the long run.</summary>
public sealed class SurvivingHostileCalls(ITestOutputHelper report) : IAsyncLifetime
{
    private readonly Registry registry = new();

    public Task InitializeAsync() => registry.InitializeAsync();

    public Task DisposeAsync() => registry.DisposeAsync();

    [Fact]
    public async Task Means_refusing_them_by_name_and_serving_the_others()
    {
        using var attack = registry.Attacked;
        attack.Learn(await registry.ImportPublished());
        attack.Learn(await registry.Import(SamplePlan.Text()));

        report.WriteLine($"SPP_TEST_SEED={Extent.Seed}");
        var defects = await attack.Run(Extent.Seed, Extent.IsFull ? 10_000 : 300);

        report.WriteLine(attack.Answers);
        defects.ShouldBeEmpty($"SPP_TEST_SEED={Extent.Seed}");
    }
}
