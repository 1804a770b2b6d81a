using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;
using Xunit.Abstractions;

namespace SocialPolicy.AppHost.Tests.Faults;

/// <summary>
/// kill -9 in the middle of publishing: each published plan is announced, and each announcement has one effect. A
/// round is six kills, and with SPP_TEST_FULL=1 sixty, in five rounds. SPP_TEST_SEED repeats a run,
/// SPP_TEST_VICTIM kills only that resource.
/// </summary>
[Collection(Platform.OneAtATime)]
public sealed class KillingWhilePublishing(Platform platform, ITestOutputHelper output) : IClassFixture<Platform>
{
    private static readonly (int Rounds, int Kills) Planned = Extent.IsFull ? (5, 12) : (1, 6);

    public static TheoryData<int> Rounds => [.. Enumerable.Range(1, Planned.Rounds)];

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task Loses_nothing_and_does_nothing_twice(int round)
    {
        var report = new FaultReport(output, round);
        report.Add($"seed {Extent.Seed}, round {round} of {Planned.Rounds}");
        report.Add(Outcome.Heading);
        var random = new Random(Extent.Seed + round - 1);
        var cycle = new FaultCycle(platform, random, report.Add);
        var outcomes = new List<Outcome>();

        foreach (var (number, victim) in Victims(random).Index())
        {
            outcomes.Add(await cycle.Run(number + 1, victim));
            report.Add($"{outcomes[^1]}");
        }

        outcomes.ShouldAllBe(outcome => outcome.IsRight);
        await NothingCameLater(cycle.Plans);
    }

    // Each victim equally often, in an order that the seed says.
    private static Victim[] Victims(Random random)
    {
        var only = Environment.GetEnvironmentVariable("SPP_TEST_VICTIM");
        var all = Victim.All.Where(victim => only is null || victim.Resource == only).ToList();
        var victims = Enumerable.Range(0, Planned.Kills).Select(cycle => all[cycle % all.Count]).ToArray();
        random.Shuffle(victims);
        return victims;
    }

    private async Task NothingCameLater(IReadOnlyList<string> plans)
    {
        var ledger = await Ledger.Read(platform, plans);
        ledger.Plans.Count.ShouldBe(plans.Count);
        ledger.Lost.ShouldBeEmpty();
        ledger.Doubled.ShouldBeEmpty();
        ledger.Unexpected.ShouldBeEmpty();
        ledger.DeadLetters.ShouldBe(0);
        (await platform.Clients.Operations("planregistry").GetOutboxStateAsync(new(), deadline: Clients.In(10))).PendingCount.ShouldBe(0);
        (await platform.Clients.Operations("indicators").ListDeadLettersAsync(new(), deadline: Clients.In(10))).DeadLetters.ShouldBeEmpty();
    }
}
