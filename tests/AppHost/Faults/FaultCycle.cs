using System.Diagnostics;
using System.Globalization;
using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;
using Plan = SocialPolicy.PlanRegistry.V1.Plan;

namespace SocialPolicy.AppHost.Tests.Faults;

/// <summary>When to kill: so many answers have come, and a little later, for an announcement is on its way just then.</summary>
internal sealed record Moment(int Answers, TimeSpan Later)
{
    private static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(25);

    public static Moment Of(Random random, int plans) => new(random.Next(1, plans * 3 / 4), Latest * random.NextDouble());

    /// <summary>Lets the rest of the moment pass. Too short for a timer.</summary>
    public void Pass()
    {
        var began = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(began) >= Later);
    }
}

/// <summary>What one kill in the middle of publishing came to.</summary>
internal sealed record Outcome(
    int Cycle, Victim Victim, Moment Moment, int Plans, int Acknowledged, int Silences, int Published, int Adopted, int Lost, int Doubled, int Unexpected, TimeSpan Recovery)
{
    public static string Heading => "cycle victim        killed after            acknowledged  unanswered  published  adopted  lost  doubled  unexpected  recovery";

    public bool IsRight => Lost + Doubled + Unexpected == 0 && Adopted == Published && Published >= Acknowledged;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Cycle,5} {Victim.Resource,-13} {Moment.Answers,3} of {Plans,2} answers +{Moment.Later.TotalMilliseconds,4:0.0} ms {Acknowledged,8} {Silences,11} {Published,10} {Adopted,8} {Lost,5} {Doubled,8} {Unexpected,11} {Recovery.TotalSeconds,7:0.0} s");
}

/// <summary>One kill: plans are made ready, published by many at once, and the victim dies at a moment that the seed says.</summary>
internal sealed class FaultCycle(Platform platform, Random random, Action<string> report)
{
    private const int Fewest = 12;
    private const int Most = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>The plans of all cycles so far.</summary>
    public List<string> Plans { get; } = [];

    public async Task<Outcome> Run(int cycle, Victim victim)
    {
        var plans = await MakeReady(random.Next(Fewest, Most + 1));
        var moment = Moment.Of(random, plans.Count);
        var impatient = plans.Where(_ => random.Next(4) == 0).Select(plan => plan.Name).ToHashSet();
        var process = victim.Find(platform);
        var restarts = platform[victim.Resource].Restarts;
        var sinceKill = new Stopwatch();

        var publishing = new Publishing(platform.Clients.Plans, plans, impatient);
        await publishing.Run(moment.Answers, () =>
        {
            moment.Pass();
            victim.Kill(process);
            sinceKill.Start();
        });
        await Eventually.NothingIsWanting(() => victim.WhatIsWanting(platform, restarts), Patience);
        var ledger = await Settled(plans);

        var published = ledger.Published.Select(plan => plan.Id).ToHashSet();
        return new(
            cycle, victim, moment, plans.Count, publishing.Acknowledged.Count, publishing.Silences, published.Count, ledger.Adoptions.Count,
            ledger.Lost.Union(publishing.Acknowledged.Keys.Select(Ledger.IdOf).Except(published)).Count(), ledger.Doubled.Count(), ledger.Unexpected.Count(), sinceKill.Elapsed);
    }

    private async Task<IReadOnlyList<Plan>> MakeReady(int count)
    {
        var plans = new Plan[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) => plans[i] = await platform.Clients.Plans.Confirmed());
        Plans.AddRange(plans.Select(plan => plan.Name));
        return plans;
    }

    private async Task<Ledger> Settled(IReadOnlyList<Plan> plans)
    {
        Ledger? ledger = null;
        try
        {
            await Eventually.Holds(
                async () =>
                {
                    ledger = await Ledger.Read(platform, plans.Select(plan => plan.Name));
                    return ledger.IsSettled;
                },
                Patience);
        }
        catch (TimeoutException)
        {
            // What did not arrive is counted as lost; where it is, is said at once, for the platform is gone when somebody reads this.
            report($"      {ledger!.Plans.Values.Sum(plan => plan.Waiting)} wait in the outbox; {await Queues.Describe(platform)}");
            foreach (var service in (string[])["planregistry", "indicators"])
                report($"      {service}: {string.Join("\n        ", platform.LogOf(service).Where(line => line.Contains("MassTransit", StringComparison.Ordinal) || line.Contains("Messaging", StringComparison.Ordinal)).TakeLast(10))}");
        }

        return ledger!;
    }
}
