using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness;

namespace SocialPolicy.Reporting.FunctionalTests.Duties;

[Collection(nameof(Reporting))]
public sealed class AdoptingAPublishedPlan
{
    private readonly Reporting reporting;
    private readonly Office office;

    public AdoptingAPublishedPlan(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Puts_its_duties_in_force_and_tracks_them_from_that_day()
    {
        await office.IsKnown();
        var plan = office.Plan(office.Yearly(), office.OnRequest());
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Duties(plan)).Count == 2);

        var duties = await office.Duties(plan);

        duties.Select(duty => (duty.Name, duty.State)).ShouldBe(
            [($"duties/{plan.ReportingDuties[0].DutyId}", V1.Duty.Types.State.Dated), ($"duties/{plan.ReportingDuties[1].DutyId}", V1.Duty.Types.State.NeedsDate)]);
        duties[0].Deadline.ShouldBe(new() { Month = 11, Day = 25 });
        duties[0].TrackFrom.ShouldBe(new() { Year = 2026, Month = 11, Day = 1 });
        duties[0].OffDayPolicy.ShouldBe(V1.Duty.Types.OffDayPolicy.PreviousWorkingDay);
        duties[0].Reporters.ShouldBe(
            [new V1.DutyParty { Text = "các sở, ban, ngành", Group = true }, new V1.DutyParty { Text = office.Front.Name, Agency = $"agencies/{office.Front.AgencyId}" }]);
        duties[0].Via.Agency.ShouldBe($"agencies/{office.Focal.AgencyId}");
        duties[0].Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Opens_the_next_round_at_once_with_its_day_explained()
    {
        var (_, round) = await office.Asks();

        round.Kind.ShouldBe(V1.Round.Types.Kind.Scheduled);
        round.Period.ShouldBe("2026");
        round.Due.Date.ShouldBe(new() { Year = 2026, Month = 11, Day = 24 });
        round.Due.Rule.ShouldBe("ON_THE_DAY_BEFORE");
        round.Due.ExplanationVi.ShouldContain("24/11/2026");
        (round.Estimate, round.History).ShouldBe((true, false));
        round.Receiver.ShouldBe($"agencies/{office.Focal.AgencyId}");
        round.Counts.ShouldBe(new() { Total = 4, Owed = 4 });
        (await reporting.Told<RoundOpened>(round.Name)).ShouldBe(1);
        (await reporting.Told<ObligationsIssued>(round.Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Asks_on_the_Friday_before_when_the_day_is_a_Sunday()
    {
        reporting.ItIs(2024, 2, 6);

        var (_, round) = await office.Asks();

        round.Due.Date.ShouldBe(new() { Year = 2024, Month = 11, Day = 22 });
        round.Due.Rule.ShouldBe("MOVED_TO_THE_WORKING_DAY_BEFORE");
        round.Due.Explanation.ShouldContain("late only after 25/11/2024");
    }

    [Fact]
    public async Task Tells_the_invited_and_the_receivers_own_from_the_others()
    {
        var (plan, _) = await office.Asks();

        var owed = (await office.Obligations(plan)).ToDictionary(obligation => obligation.Agency, obligation => (obligation.Requested, obligation.OwnContribution));

        owed.Count.ShouldBe(4);
        owed[$"agencies/{office.Front.AgencyId}"].ShouldBe((true, false));
        owed[$"agencies/{office.Focal.AgencyId}"].ShouldBe((false, true));
        owed[$"agencies/{office.Health.AgencyId}"].ShouldBe((false, false));
        owed[$"agencies/{office.Education.AgencyId}"].ShouldBe((false, false));
    }

    [Fact]
    public async Task Asks_an_agency_once_though_it_is_named_beside_its_group()
    {
        await office.IsKnown();
        var plan = office.Plan(office.Yearly() with { ReporterParties = [Office.One(office.Health), office.Departments] });

        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count > 0);

        (await office.Obligations(plan)).Select(obligation => obligation.Agency).Count(agency => agency == $"agencies/{office.Health.AgencyId}").ShouldBe(1);
    }

    [Fact]
    public async Task Has_one_effect_though_it_is_announced_three_times()
    {
        var (plan, round) = await office.Asks();
        var envelope = await reporting.Announce(plan, version: 4);
        await reporting.Announce(plan, again: envelope);
        await reporting.Announce(plan, again: envelope);
        await Eventually.Holds(async () => await reporting.Ask<long>("select count(*) from adoptions where plan_id = @PlanId", new { plan.PlanId }) == 2);
        await new Office(reporting).Asks();

        (await office.Rounds(plan)).Where(open => !open.History).ShouldHaveSingleItem().Name.ShouldBe(round.Name);
        (await office.Obligations(plan)).Count.ShouldBe(4);
        (await reporting.Told<ObligationsIssued>(round.Name)).ShouldBe(1);
        (await reporting.Ask<long>("select count(*) from adoptions where plan_id = @PlanId", new { plan.PlanId })).ShouldBe(2);
    }

    [Fact]
    public async Task Opens_its_rounds_when_the_directory_comes_later()
    {
        var plan = office.Plan(office.Yearly());
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Duties(plan)).Count == 1);
        (await office.Duties(plan))[0].Findings.ShouldBe(["REPORTERS_UNKNOWN", "VIA_UNKNOWN", "RECEIVER_UNKNOWN"]);
        (await office.Rounds(plan)).Where(round => !round.History).ShouldBeEmpty();

        await reporting.Announce([office.Unit], office.All);

        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 4, TimeSpan.FromSeconds(10));
        (await office.Duties(plan))[0].Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_the_rest_of_a_group_when_the_directory_comes_in_two_parts()
    {
        await reporting.Knows([office.Unit], [office.Committee, office.Focal, office.Health]);
        var plan = office.Plan(office.Yearly());
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 2);
        (await office.Duties(plan))[0].Findings.ShouldBe(["REPORTERS_UNKNOWN"]);

        await reporting.Announce([], [office.Education, office.Front]);

        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 4, TimeSpan.FromSeconds(10));
        var round = (await office.Rounds(plan)).Single(open => !open.History);
        (await reporting.Told<RoundOpened>(round.Name), await reporting.Told<ObligationsIssued>(round.Name)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Asks_the_one_heir_of_an_agency_that_is_gone()
    {
        var gone = office.Agency("so-ldtbxh", "department", "Sở LĐ-TB&XH") with { ValidTo = new(2025, 2, 28), SucceededBy = [office.Focal.AgencyId] };
        await reporting.Knows([office.Unit], [.. office.All, gone]);
        var plan = office.Plan(office.Yearly() with { ViaParty = Office.One(gone), ReporterParties = [Office.One(office.Health)] });

        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 1);

        (await office.Obligations(plan))[0].Receiver.ShouldBe($"agencies/{office.Focal.AgencyId}");
    }

    [Fact]
    public async Task Guesses_no_heir_of_several_and_says_so()
    {
        var gone = office.Agency("so-ldtbxh", "department", "Sở LĐ-TB&XH") with { ValidTo = new(2025, 2, 28), SucceededBy = [office.Focal.AgencyId, office.Health.AgencyId] };
        await reporting.Knows([office.Unit], [.. office.All, gone]);
        var plan = office.Plan(office.Yearly() with { ViaParty = Office.One(gone), ReporterParties = [Office.One(gone), Office.One(office.Health)] });

        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 1);

        (await office.Obligations(plan))[0].Receiver.ShouldBe($"agencies/{office.Committee.AgencyId}");
        (await office.Duties(plan))[0].Findings.ShouldBe(["REPORTERS_UNKNOWN", "VIA_UNKNOWN"]);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    public async Task Says_when_a_report_is_due_less_than_a_working_day_after_those_it_is_made_of(int dayBelow, bool tooLittle)
    {
        await office.IsKnown();
        var above = office.Yearly() with { ReporterParties = [Office.One(office.Focal)], ViaParty = null, Via = null };
        var plan = office.Plan(above, office.Yearly() with { DeadlineDay = dayBelow });
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 5);

        await reporting.Run("open-rounds");

        (await office.Duties(plan)).Select(duty => string.Join(' ', duty.Findings)).ShouldBe([tooLittle ? "TOO_LITTLE_TIME_AFTER_LEVEL_BELOW" : "", ""]);
    }

    [Fact]
    public async Task Asks_for_nothing_that_was_due_before_it_was_published()
    {
        await office.IsKnown();
        var plan = office.Plan(office.Yearly()) with { PeriodFrom = 2021, PeriodTo = 2025 };

        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Rounds(plan)).Count > 0);

        (await office.Rounds(plan)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            round => round.History.ShouldBeTrue(),
            round => round.Period.ShouldBe("2025"));
        (await office.Obligations(plan)).ShouldBeEmpty();
        (await office.Duties(plan))[0].State.ShouldBe(V1.Duty.Types.State.Ended);
    }

    [Fact]
    public async Task Drops_a_duty_that_an_amendment_no_longer_has()
    {
        await office.IsKnown();
        var (kept, dropped) = (office.Yearly(), office.OnRequest());
        var plan = office.Plan(dropped, kept);
        await reporting.Announce(plan, version: 3);

        await reporting.Announce(plan with { ReportingDuties = [kept] }, version: 4);

        await Eventually.Holds(async () => (await office.Duties(plan)).Count == 1);
        (await office.Duties(plan))[0].Name.ShouldBe($"duties/{kept.DutyId}");
    }

    [Fact]
    public async Task Tells_of_a_large_round_in_parts_of_five_hundred()
    {
        ChangedUnit[] communes = [.. Enumerable.Range(0, 501).Select(number =>
            new ChangedUnit(Guid.CreateVersion7(), [$"test:{Guid.CreateVersion7()}"], $"Xã {number}", "commune", office.Unit.UnitId, null, null, []))];
        ChangedAgency[] committees = [.. communes.Select(commune =>
            office.Agency(commune.UnitId.ToString("N"), "peoples_committee", $"UBND {commune.Name}") with { UnitId = commune.UnitId })];
        await reporting.Knows([office.Unit, .. communes], [.. office.All, .. committees]);
        var plan = office.Plan(office.Yearly() with { ReporterParties = [new("UBND các xã", null, new(office.Unit.UnitId, Below: true, ["peoples_committee"]))] });

        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Rounds(plan)).Any(round => round.Counts.Total == 501));

        var round = (await office.Rounds(plan)).Single(open => !open.History);
        (await reporting.Told<ObligationsIssued>(round.Name)).ShouldBe(2);
        (await reporting.Ask<int>("select max(jsonb_array_length(payload::jsonb -> 'obligations')) from ground.outbox where aggregate = @Name and type = 'reporting.ObligationsIssued'", new { round.Name }))
            .ShouldBe(500);
    }
}
