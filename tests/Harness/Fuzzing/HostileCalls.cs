using Xunit;
using Xunit.Abstractions;

namespace SocialPolicy.Harness.Fuzzing;

/// <summary>
/// Every RPC of a service, called with what no honest client sends: 300 times each, 10,000 times in the long run. A service says with a class
/// of its own what is there for the calls to reach, and who makes them.
/// </summary>
/// <typeparam name="TService">The service as its tests have it; this one is the test's alone.</typeparam>
public abstract class HostileCalls<TService>(ITestOutputHelper report) : IAsyncLifetime
    where TService : IAsyncLifetime, new()
{
    /// <summary>The service that is attacked.</summary>
    protected TService Service { get; } = new();

    public Task InitializeAsync() => Service.InitializeAsync();

    public Task DisposeAsync() => Service.DisposeAsync();

    [Fact]
    public async Task Means_refusing_them_by_name_and_serving_the_others()
    {
        using var attack = await Prepare();
        report.WriteLine($"SPP_TEST_SEED={Extent.Seed}");

        var defects = await attack.Run(Extent.Seed, Extent.IsFull ? 10_000 : 300);

        report.WriteLine(attack.Answers);
        report.WriteLine($"never answered with OK: {string.Join(", ", attack.NeverDone)}");
        Assert.True(defects.Count == 0, $"SPP_TEST_SEED={Extent.Seed}\n{string.Join('\n', defects.Take(50))}");
    }

    /// <summary>Brings into the service what calls can reach, and names those who make them.</summary>
    protected abstract Task<Attack> Prepare();
}
