using Google.Protobuf;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Access;

namespace SocialPolicy.Reporting.FunctionalTests.Access;

/// <summary>Every RPC of Reporting as every role: who is let in is what the table of docs/security.md says, what is shown is what it says of things.</summary>
public sealed class TryingEveryRole(Reporting reporting) : IClassFixture<Reporting>
{
    [Fact]
    public async Task Lets_those_in_whom_the_table_names_and_shows_them_what_they_may_see()
    {
        var found = await Case.Of(reporting);
        var (asks, everyRole) = (found.All(), reporting.AsEveryRole(found.Agencies));
        EveryRole.NotAsked(asks, "socialpolicy.reporting.v1").ShouldBeEmpty();

        var wrong = new List<string>();
        foreach (var ask in asks)
            wrong.AddRange(await everyRole.Try(ask));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_nobody_else_that_something_has_come_to_be()
    {
        var (office, elsewhere) = (new Office(reporting), new Office(reporting));
        reporting.ItIs(2026, 11, 2);
        await elsewhere.IsKnown();
        var (plan, round) = await office.Asks();
        var strangers = new[] { elsewhere.Committee, elsewhere.Health, office.Education }.Select(agency => reporting.As(
            "officer", agency.Codes[0], [.. Enum.GetValues<Role>().Except([Role.Service, Role.Administrator])])).ToArray();
        var before = await Told();
        before.Count(told => told.Contains(round.Name, StringComparison.Ordinal)).ShouldBeGreaterThan(strangers.Length);

        await office.IsDoneWith(office.Health, round);
        await office.Drafts(office.Focal, round);
        await office.Submits(office.Front, round);
        await office.Consolidating(office.Focal).ConsolidateRoundAsync(new() { Round = round.Name });

        Everything.Differences(before, await Told()).ShouldBeEmpty();

        async Task<string[]> Told() =>
            [.. (await Task.WhenAll(strangers.Select(stranger => Everything.Told(stranger, Lists(plan.PlanId, round, office))))).SelectMany(told => told)];
    }

    private static IEnumerable<IMessage> Lists(Guid plan, V1.Round round, Office office) =>
    [
        new V1.ListDutiesRequest(), new V1.ListDutiesRequest { Plan = $"plans/{plan}" },
        new V1.ListRoundsRequest(), new V1.ListRoundsRequest { Plan = $"plans/{plan}" }, new V1.GetRoundRequest { Name = round.Name },
        new V1.ListObligationsRequest(), new V1.ListObligationsRequest { Round = round.Name }, new V1.ListObligationsRequest { Agency = office.Health.Codes[0] },
        new V1.ListObligationsRequest { Receiver = office.Focal.Codes[0], States = { V1.Obligation.Types.State.Submitted, V1.Obligation.Types.State.Settled } },
        new V1.ListReportsRequest(), new V1.ListReportsRequest { Round = round.Name }, new V1.ListReportsRequest { Agency = office.Health.Codes[0] },
        new V1.ListConsolidationsRequest(), new V1.ListConsolidationsRequest { Round = round.Name },
    ];
}
