using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using State = SocialPolicy.Reporting.V1.Obligation.Types.State;

namespace SocialPolicy.Reporting.FunctionalTests.Rounds;

[Collection(nameof(Reporting))]
public sealed class FollowingASuccession
{
    private static readonly DateOnly Ended = new(2026, 11, 5);

    private readonly Reporting reporting;
    private readonly Office office;
    private readonly ChangedAgency heir;
    private readonly ChangedAgency other;

    public FollowingASuccession(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        heir = office.Agency("so-y-te-moi", "department", "Sở Y tế và Bảo trợ xã hội") with { ValidFrom = Ended.AddDays(1) };
        other = office.Agency("so-khac", "department", "Sở Khoa học") with { ValidFrom = Ended.AddDays(1) };
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Passes_what_nobody_has_submitted_to_the_only_heir()
    {
        var (_, round) = await office.Asks();
        var draft = await office.Drafts(office.Health, round);
        var before = await office.ObligationOf(office.Health, round);

        await Ends(office.Health, heir);
        await Follow();

        var (old, owed) = (await office.ObligationOf(office.Health, round), await office.ObligationOf(heir, round));
        (old.State, old.ExemptReason, old.Report).ShouldBe((State.Exempted, "AGENCY_ENDED", draft.Name));
        (owed.State, owed.Due, owed.Receiver, owed.Report).ShouldBe((State.Owed, before.Due, before.Receiver, ""));
        (await reporting.Told<ObligationExempted>(old.Name)).ShouldBe(1);
        (await reporting.Told<ObligationsIssued>(round.Name)).ShouldBe(2);
        (await Refused.By(office.Writing(office.Health).SubmitReportAsync(new() { Name = draft.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND");
        (await Refused.By(office.Writing(heir).SubmitReportAsync(new() { Name = draft.Name }))).Reason.ShouldBe("OBLIGATION_EXEMPTED");
        (await office.IsDoneWith(heir, round)).State.ShouldBe(V1.Report.Types.State.Accepted);
        (await office.Viewing.GetRoundAsync(new() { Name = round.Name })).Counts.Total.ShouldBe(4);
    }

    [Fact]
    public async Task Passes_it_on_once_however_often_and_in_whatever_order_it_is_said()
    {
        var (plan, round) = await office.Asks();
        reporting.ItIs(2026, 11, 10);
        var ended = office.Health with { ValidTo = Ended, SucceededBy = [heir.AgencyId] };

        // Who the heir is comes after the end.
        await reporting.Hears(ended);
        await reporting.Run("follow-successions");
        (await office.ObligationOf(office.Health, round)).ExemptReason.ShouldBe("AGENCY_ENDED");
        for (var said = 0; said < 3; said++)
        {
            await reporting.Hears(ended);
            await reporting.Hears(heir);
        }

        await Eventually.Holds(async () => (await office.Obligations(plan)).Any(one => one.Agency == Name(heir)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(run => reporting.Run(run % 2 == 0 ? "follow-successions" : "follow-directory")));
        await Follow();

        (await office.Obligations(plan)).Count.ShouldBe(5);
        (await reporting.Told<ObligationExempted>((await office.ObligationOf(office.Health, round)).Name)).ShouldBe(1);
        (await reporting.Told<ObligationsIssued>(round.Name)).ShouldBe(2);
    }

    [Fact]
    public async Task Asks_nobody_in_place_of_two_heirs_before_a_person_has_said_which()
    {
        await office.IsKnown();
        var (one, two) = (heir with { Kind = "service_unit" }, other with { Kind = "service_unit" });
        var plan = office.Plan(office.Yearly() with { Reporters = ["Sở Y tế"], ReporterParties = [Office.One(office.Health)] });
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 1);

        await Ends(office.Health, one, two);
        await Follow();

        (await office.Obligations(plan)).ShouldHaveSingleItem().ExemptReason.ShouldBe("AGENCY_ENDED");
        await Eventually.Holds(async () => (await office.Duties(plan)).Single().Findings.Contains("REPORTERS_UNKNOWN"));

        await Amended(plan, plan.ReportingDuties[0] with { ReporterParties = [Office.One(two)] });
        await Follow();

        (await office.Obligations(plan)).Select(owed => (owed.Agency, owed.State)).ShouldBe([(Name(office.Health), State.Exempted), (Name(two), State.Owed)], ignoreOrder: true);
        (await office.Duties(plan)).Single().Findings.ShouldNotContain("REPORTERS_UNKNOWN");
    }

    [Fact]
    public async Task Asks_both_heirs_that_belong_to_the_group_that_reports()
    {
        var (plan, round) = await office.Asks();

        await Ends(office.Health, heir, other);
        await Follow();

        (await office.ObligationOf(office.Health, round)).State.ShouldBe(State.Exempted);
        foreach (var agency in (ChangedAgency[])[heir, other])
            (await office.ObligationOf(agency, round)).State.ShouldBe(State.Owed);
        (await office.Obligations(plan)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Asks_no_heir_twice_nor_for_what_was_submitted()
    {
        var (plan, round) = await office.Asks();
        await office.Submits(office.Health, round);
        var frontless = office.Education with { ValidTo = Ended, SucceededBy = [office.Front.AgencyId] };

        await Ends(office.Health, heir);
        await reporting.Hears(frontless);
        await Follow();

        (await office.ObligationOf(office.Health, round)).State.ShouldBe(State.Submitted);
        (await office.ObligationOf(office.Education, round)).State.ShouldBe(State.Exempted);
        (await office.ObligationOf(office.Front, round)).State.ShouldBe(State.Owed);
        (await office.Obligations(plan)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Lets_the_only_heir_put_right_what_came_back()
    {
        var (_, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);
        await Ends(office.Health, heir);
        await office.Deciding(office.Focal).ReturnReportAsync(new() { Name = report.Name, Reason = "Thiếu biểu." });
        await Follow();

        (await Refused.By(office.Writing(office.Education).SubmitReportAsync(new() { Name = report.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND");
        await office.Writing(heir).DraftReportAsync(new()
        {
            Report = new() { Obligation = report.Obligation, Results = "Đã bổ sung biểu." },
            UpdateMask = new() { Paths = { "results" } },
        });
        await office.Writing(heir).SubmitReportAsync(new() { Name = report.Name });

        (await office.Deciding(office.Focal).AcceptReportAsync(new() { Name = report.Name })).Results.ShouldBe("Đã bổ sung biểu.");
        (await office.ObligationOf(office.Health, round)).ShouldSatisfyAllConditions(
            one => one.State.ShouldBe(State.Settled), one => one.Timeliness.ShouldBe(V1.Obligation.Types.Timeliness.OnTime));
    }

    [Fact]
    public async Task Makes_no_heir_late_for_what_was_due_before()
    {
        var (plan, round) = await office.Asks();

        await Ends(office.Health, heir);
        reporting.ItIs(2026, 12, 1);
        await reporting.Run("mark-overdue");
        await Follow();

        var old = await office.ObligationOf(office.Health, round);
        old.ExemptReason.ShouldBe("AGENCY_ENDED");
        (await reporting.Told<ObligationOverdue>(old.Name)).ShouldBe(0);
        (await office.Obligations(plan)).ShouldNotContain(one => one.Agency == Name(heir) && one.Period == "2026");
    }

    [Fact]
    public async Task Waits_for_the_day_and_needs_no_announcement_on_it()
    {
        var (plan, round) = await office.Asks();
        await reporting.Hears(heir, office.Health with { ValidTo = Ended, SucceededBy = [heir.AgencyId] });
        reporting.ItIs(2026, 11, 5);
        await Follow();
        (await office.ObligationOf(office.Health, round)).State.ShouldBe(State.Owed);

        reporting.ItIs(2026, 11, 6);
        await reporting.Run("follow-successions");

        (await office.ObligationOf(office.Health, round)).State.ShouldBe(State.Exempted);
        (await office.ObligationOf(heir, round)).State.ShouldBe(State.Owed);
        (await office.Obligations(plan)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Passes_on_what_a_letter_asked_for()
    {
        await office.IsKnown();
        var plan = office.Plan(office.OnRequest());
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Duties(plan)).Count == 1);
        var round = await office.Opening(office.Focal).OpenRoundAsync(new()
        {
            Duty = (await office.Duties(plan))[0].Name,
            Period = "2026",
            Due = new() { Year = 2026, Month = 11, Day = 20 },
            LetterNumber = "12/CV-SNV",
            Reporters = { office.Health.Codes[0] },
        });

        await Ends(office.Health, heir);
        await Follow();

        (await office.Obligations(plan)).Select(one => (one.Agency, one.State)).ShouldBe([(Name(office.Health), State.Exempted), (Name(heir), State.Owed)], ignoreOrder: true);
        (await office.ObligationOf(heir, round)).Due.Date.Day.ShouldBe(20);
    }

    private async Task Ends(ChangedAgency agency, params ChangedAgency[] heirs)
    {
        reporting.ItIs(2026, 11, 10);
        await reporting.Hears([.. heirs, agency with { ValidTo = Ended, SucceededBy = [.. heirs.Select(one => one.AgencyId)] }]);
    }

    private async Task Follow()
    {
        await reporting.Run("follow-directory");
        await reporting.Run("follow-successions");
        await reporting.Run("follow-successions");
    }

    private async Task Amended(PlanPublished plan, params PublishedReportingDuty[] duties)
    {
        await reporting.Amend(plan with { ReportingDuties = duties }, version: 4, new(2026, 11, 1));
        await Eventually.Holds(async () => await reporting.Ask<bool>("select exists (select from adoptions where plan_id = @PlanId and plan_version = 4)", plan));
    }

    private static string Name(ChangedAgency agency) => $"agencies/{agency.AgencyId}";
}
