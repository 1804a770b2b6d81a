using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Services;
using State = SocialPolicy.Reporting.V1.Obligation.Types.State;

namespace SocialPolicy.Reporting.FunctionalTests.Rounds;

[Collection(nameof(Reporting))]
public sealed class FollowingAReceiversSuccession
{
    private readonly Reporting reporting;
    private readonly Office office;
    private readonly ChangedAgency heir;

    public FollowingAReceiversSuccession(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        heir = office.Agency("vp-ubnd", "service_unit", "Văn phòng UBND tỉnh");
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Lets_the_only_heir_return_accept_and_consolidate()
    {
        var (_, round) = await office.Asks();
        var (health, education) = (await office.Submits(office.Health, round), await office.Submits(office.Education, round));
        var front = await office.Drafts(office.Front, round);

        await Ends(heir);
        await Follow();

        (await Refused.By(office.Deciding(office.Focal).AcceptReportAsync(new() { Name = health.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND");
        (await office.Deciding(heir).AcceptReportAsync(new() { Name = health.Name })).State.ShouldBe(V1.Report.Types.State.Accepted);
        (await office.Deciding(heir).ReturnReportAsync(new() { Name = education.Name, Reason = "Thiếu biểu." })).State.ShouldBe(V1.Report.Types.State.Returned);
        await office.Writing(office.Front).SubmitReportAsync(new() { Name = front.Name });
        (await office.Deciding(heir).AcceptReportAsync(new() { Name = front.Name })).Receiver.ShouldBe(Name(heir));
        (await office.Consolidating(heir).ConsolidateRoundAsync(new() { Round = round.Name })).Children.Count.ShouldBe(2);
        foreach (var agency in (ChangedAgency[])[office.Health, office.Education, office.Front])
            (await reporting.Told<ObligationRescheduled>((await office.ObligationOf(agency, round)).Name)).ShouldBe(1);
    }

    [Fact]
    public async Task Hands_over_a_round_of_which_all_is_accepted_and_nothing_consolidated()
    {
        await office.IsKnown();
        var plan = office.Plan(office.Yearly() with { Reporters = ["Sở Y tế"], ReporterParties = [Office.One(office.Health)] });
        await reporting.Announce(plan);
        await Eventually.Holds(async () => (await office.Obligations(plan)).Count == 1);
        var round = (await office.Rounds(plan)).Single(one => !one.History);
        await office.IsDoneWith(office.Health, round);

        await Ends(heir);
        await Follow();

        (await office.Consolidating(heir).ConsolidateRoundAsync(new() { Round = round.Name })).Agency.ShouldBe(Name(heir));
        (await office.ObligationOf(office.Health, round)).Receiver.ShouldBe(Name(office.Focal));
    }

    [Fact]
    public async Task Waits_for_a_person_where_there_are_two_heirs()
    {
        var (plan, round) = await office.Asks();
        var report = await office.Submits(office.Health, round);

        await Ends(heir, office.Education);
        await Follow();

        (await office.ObligationOf(office.Health, round)).Receiver.ShouldBe(Name(office.Focal));
        (await office.Duties(plan)).Single().Findings.ShouldContain("VIA_UNKNOWN");

        await reporting.Amend(plan with { ReportingDuties = [plan.ReportingDuties[0] with { ViaParty = Office.One(office.Education) }] }, version: 4, new(2026, 11, 1));
        await Eventually.Holds(async () => !(await office.Duties(plan)).Single().Findings.Contains("VIA_UNKNOWN"));
        await Follow();

        (await office.Deciding(office.Education).AcceptReportAsync(new() { Name = report.Name })).State.ShouldBe(V1.Report.Types.State.Accepted);
        (await office.ObligationOf(office.Education, round)).OwnContribution.ShouldBeTrue();
        (await office.ObligationOf(office.Front, round)).Receiver.ShouldBe(Name(office.Education));
    }

    [Fact]
    public async Task Hands_an_heir_what_it_owes_itself_though_it_was_called_overdue()
    {
        var (_, round) = await office.Asks();
        reporting.ItIs(2026, 12, 1);
        await reporting.Run("mark-overdue");
        var owed = await office.ObligationOf(office.Health, round);
        (await reporting.Told<ObligationOverdue>(owed.Name)).ShouldBe(1);

        await reporting.Hears(office.Focal with { ValidTo = new(2026, 11, 30), SucceededBy = [office.Health.AgencyId] });
        await Follow();

        (await office.ObligationOf(office.Health, round)).ShouldSatisfyAllConditions(
            one => one.OwnContribution.ShouldBeTrue(), one => one.Receiver.ShouldBe(Name(office.Health)), one => one.State.ShouldBe(State.Owed));
    }

    private async Task Ends(params ChangedAgency[] heirs)
    {
        reporting.ItIs(2026, 11, 10);
        await reporting.Hears([.. heirs, office.Focal with { ValidTo = new(2026, 11, 5), SucceededBy = [.. heirs.Select(one => one.AgencyId)] }]);
    }

    private async Task Follow()
    {
        await reporting.Run("follow-directory");
        await reporting.Run("follow-successions");
        await reporting.Run("follow-successions");
    }

    private static string Name(ChangedAgency agency) => $"agencies/{agency.AgencyId}";
}
