using SocialPolicy.Contracts.Events.Reporting.V1;

namespace SocialPolicy.Reporting.FunctionalTests.Rounds;

[Collection(nameof(Reporting))]
public sealed class RunningTheJobs
{
    private readonly Reporting reporting;
    private readonly Office office;

    public RunningTheJobs(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Opens_next_years_round_once_though_it_runs_months_late_and_four_times_at_once()
    {
        var (plan, _) = await office.Asks();
        reporting.ItIs(2028, 3, 1);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reporting.Run("open-rounds")));
        await reporting.Run("open-rounds");

        var rounds = (await office.Rounds(plan)).Where(round => !round.History).ToList();
        rounds.Select(round => round.Period).ShouldBe(["2026", "2027", "2028"]);
        foreach (var round in rounds)
            (await reporting.Told<RoundOpened>(round.Name), await reporting.Told<ObligationsIssued>(round.Name)).ShouldBe((1, 1));
        (await office.Obligations(plan)).Count.ShouldBe(12);
    }

    [Fact]
    public async Task Calls_an_obligation_overdue_once_and_only_after_its_last_day()
    {
        var (_, round) = await office.Asks();
        var (health, front) = (await office.ObligationOf(office.Health, round), await office.ObligationOf(office.Front, round));

        reporting.ItIs(2026, 11, 24);
        await reporting.Run("mark-overdue");
        (await reporting.Told<ObligationOverdue>(health.Name)).ShouldBe(0);

        reporting.ItIs(2026, 11, 25);
        await Task.WhenAll(reporting.Run("mark-overdue"), reporting.Run("mark-overdue"));
        await reporting.Run("mark-overdue");

        (await reporting.Told<ObligationOverdue>(health.Name)).ShouldBe(1);
        (await reporting.Told<ObligationOverdue>(front.Name)).ShouldBe(0);
        var overdue = await office.ObligationOf(office.Health, round);
        overdue.Timeliness.ShouldBe(V1.Obligation.Types.Timeliness.Overdue);
        overdue.Etag.ShouldNotBe(health.Etag);
    }

    [Fact]
    public async Task Calls_nothing_overdue_that_was_submitted_in_time_and_came_back()
    {
        var (_, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);
        await office.Deciding(office.Focal).ReturnReportAsync(new() { Name = report.Name, Reason = "Thiếu biểu." });

        reporting.ItIs(2026, 12, 1);
        await reporting.Run("mark-overdue");

        var obligation = await office.ObligationOf(office.Health, round);
        (await reporting.Told<ObligationOverdue>(obligation.Name)).ShouldBe(0);
        (obligation.State, obligation.Timeliness).ShouldBe((V1.Obligation.Types.State.Returned, V1.Obligation.Types.Timeliness.OnTime));
    }

    [Fact]
    public async Task Is_possible_for_an_operator() =>
        (await reporting.Operations.RunJobAsync(new() { Name = "jobs/open-rounds" })).LastOutcome.ShouldContain("looked at");
}
