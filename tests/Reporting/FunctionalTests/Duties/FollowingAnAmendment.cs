using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using State = SocialPolicy.Reporting.V1.Obligation.Types.State;

namespace SocialPolicy.Reporting.FunctionalTests.Duties;

[Collection(nameof(Reporting))]
public sealed class FollowingAnAmendment
{
    private static readonly DateOnly Published = new(2026, 11, 1);

    private readonly Reporting reporting;
    private readonly Office office;

    public FollowingAnAmendment(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Moves_what_nobody_has_submitted_to_the_new_day_and_tells()
    {
        var (plan, round) = await office.Asks();
        await office.Submits(office.Health, round);

        await Amended(plan, Only(plan) with { DeadlineDay = 20, DeadlineMonth = 12 });

        var owed = await office.Obligations(plan);
        owed.Where(one => one.Agency != Name(office.Health)).ShouldAllBe(one => one.Due.Date.Equals(new Google.Type.Date { Year = 2026, Month = 12, Day = 18 }) && one.State == State.Owed);
        owed.Single(one => one.Agency == Name(office.Health)).ShouldSatisfyAllConditions(
            one => one.State.ShouldBe(State.Submitted), one => one.Timeliness.ShouldBe(V1.Obligation.Types.Timeliness.OnTime));
        var moved = (await office.Rounds(plan)).Where(one => !one.History).ShouldHaveSingleItem();
        (moved.Name, moved.Due.Date.Month, moved.Due.Rule).ShouldBe((round.Name, 12, "MOVED_TO_THE_WORKING_DAY_BEFORE"));
        foreach (var one in owed)
            (await reporting.Told<ObligationRescheduled>(one.Name)).ShouldBe(one.Agency == Name(office.Health) ? 0 : 1);
    }

    [Fact]
    public async Task Exempts_what_a_dropped_duty_asked_for()
    {
        var (plan, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);

        await Amended(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).All(one => one.State is State.Exempted));

        (await office.Obligations(plan)).ShouldAllBe(one => one.ExemptReason == "DUTY_DROPPED" && one.ExemptTime != null);
        (await office.Viewing.GetRoundAsync(new() { Name = round.Name })).Counts.ShouldBe(new());
        var refused = await Refused.By(office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name }));
        refused.Reason.ShouldBe("OBLIGATION_EXEMPTED");
        foreach (var one in await office.Obligations(plan))
            (await reporting.Told<ObligationExempted>(one.Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Lets_those_go_who_are_no_longer_asked_and_asks_the_new_ones()
    {
        await office.IsKnown();
        var plan = office.Plan(office.Yearly() with { Reporters = ["Sở Y tế", "MTTQ"], ReporterParties = [Office.One(office.Health), Office.One(office.Front)] });
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 2);

        await Amended(plan, Only(plan) with { Reporters = ["Sở Y tế", "Sở GDĐT"], ReporterParties = [Office.One(office.Health), Office.One(office.Education)] });

        (await office.Obligations(plan)).Select(one => (one.Agency, one.State, one.ExemptReason)).ShouldBe(
            [(Name(office.Health), State.Owed, ""), (Name(office.Front), State.Exempted, "AGENCY_NOT_ASKED"), (Name(office.Education), State.Owed, "")], ignoreOrder: true);
    }

    [Fact]
    public async Task Sends_what_is_owed_to_the_new_receiver_drafts_among_them()
    {
        var (plan, round) = await office.Asks();
        var draft = await office.Drafts(office.Education, round);

        await Amended(plan, Only(plan) with { Via = "Sở Y tế", ViaParty = Office.One(office.Health) });
        await Eventually.Holds(async () => (await office.Obligations(plan)).All(one => one.Receiver == Name(office.Health)));

        (await office.ObligationOf(office.Health, round)).OwnContribution.ShouldBeTrue();
        (await office.ObligationOf(office.Focal, round)).OwnContribution.ShouldBeFalse();
        await office.Writing(office.Education).SubmitReportAsync(new() { Name = draft.Name });
        (await office.Deciding(office.Health).AcceptReportAsync(new() { Name = draft.Name })).State.ShouldBe(V1.Report.Types.State.Accepted);
    }

    [Fact]
    public async Task Asks_again_for_what_a_later_amendment_restores()
    {
        var (plan, _) = await office.Asks();
        await Amended(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).All(one => one.State is State.Exempted));

        await Amended(plan, version: 5, Only(plan));

        await Eventually.Holds(async () => (await office.Obligations(plan)).All(one => one.State is State.Owed));
        (await office.Obligations(plan)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Leaves_what_was_due_before_and_calls_nobody_late_by_a_day_set_after_it()
    {
        var (plan, round) = await office.Asks();
        reporting.ItIs(2026, 11, 20);

        await Amended(plan, Only(plan) with { DeadlineDay = 10, DeadlineMonth = 11 });

        var running = (await office.Obligations(plan)).Where(one => one.Period == "2026").ToList();
        running.Count.ShouldBe(4);
        running.ShouldAllBe(one => one.Due.Date.Equals(round.Due.Date));
        foreach (var one in running)
            (await reporting.Told<ObligationRescheduled>(one.Name)).ShouldBe(0);
    }

    [Fact]
    public async Task Has_the_last_word_though_it_is_heard_before_the_publication()
    {
        await office.IsKnown();
        var plan = office.Plan(office.Yearly());
        await reporting.Amend(plan with { ReportingDuties = [Only(plan) with { DeadlineDay = 20, DeadlineMonth = 12 }] }, version: 5, publishedOn: new(2026, 10, 1));
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 4);

        await reporting.Announce(plan, version: 3);
        await new Office(reporting).Asks();

        (await office.Duties(plan)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            duty => duty.Deadline.Month.ShouldBe(12), duty => duty.TrackFrom.ShouldBe(new() { Year = 2026, Month = 10, Day = 1 }));
        (await office.Obligations(plan)).ShouldAllBe(one => one.Due.Date.Month == 12);
    }

    private Task Amended(PlanPublished plan, params PublishedReportingDuty[] duties) => Amended(plan, 4, duties);

    private async Task Amended(PlanPublished plan, long version, params PublishedReportingDuty[] duties)
    {
        await reporting.Amend(plan with { ReportingDuties = duties }, version, Published);
        await Eventually.Holds(async () => await reporting.Ask<bool>("select exists (select from adoptions where plan_id = @PlanId and plan_version = @version)", new { plan.PlanId, version }));
    }

    private static PublishedReportingDuty Only(PlanPublished plan) => plan.ReportingDuties[0];

    private static string Name(ChangedAgency agency) => $"agencies/{agency.AgencyId}";
}
