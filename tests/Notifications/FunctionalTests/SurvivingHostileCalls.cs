using SocialPolicy.Harness;
using SocialPolicy.Notifications.FunctionalTests.Notices;
using Xunit.Abstractions;

namespace SocialPolicy.Notifications.FunctionalTests;

/// <summary>Every RPC, called with what no honest client sends: 300 times each, 10,000 times in the long run.</summary>
public sealed class SurvivingHostileCalls(ITestOutputHelper report) : IAsyncLifetime
{
    private readonly Office office = new();

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Means_refusing_them_by_name_and_serving_the_others()
    {
        using var attack = office.Attacked;
        var debt = await office.Owes(daysLeft: 5);
        await office.Set(V1.DeliverySettings.Types.Mode.Live);
        await office.Sweep();
        foreach (var notice in await office.NoticesAbout(debt))
            attack.Learn(notice);

        report.WriteLine($"SPP_TEST_SEED={Extent.Seed}");
        var defects = await attack.Run(Extent.Seed, Extent.IsFull ? 10_000 : 300);

        report.WriteLine(attack.Answers);
        defects.ShouldBeEmpty($"SPP_TEST_SEED={Extent.Seed}");
    }
}
