using SocialPolicy.Harness;
using Xunit.Abstractions;

namespace SocialPolicy.Reporting.FunctionalTests;

/// <summary>Every RPC, called with what no honest client sends: 300 times each, 10,000 times in the long run.</summary>
public sealed class SurvivingHostileCalls(ITestOutputHelper report) : IAsyncLifetime
{
    private readonly Reporting reporting = new();

    public Task InitializeAsync() => reporting.InitializeAsync();

    public Task DisposeAsync() => reporting.DisposeAsync();

    [Fact]
    public async Task Means_refusing_them_by_name_and_serving_the_others()
    {
        using var attack = reporting.Attacked;

        report.WriteLine($"SPP_TEST_SEED={Extent.Seed}");
        var defects = await attack.Run(Extent.Seed, Extent.IsFull ? 10_000 : 300);

        report.WriteLine(attack.Answers);
        defects.ShouldBeEmpty($"SPP_TEST_SEED={Extent.Seed}");
    }
}
