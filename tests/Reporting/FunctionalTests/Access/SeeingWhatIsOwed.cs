using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Access;

/// <summary>The department of health owes a report to the committee, through the focal department; another department and another province owe their own.</summary>
public sealed class SeeingWhatIsOwed(Reporting reporting) : IClassFixture<Reporting>
{
    private readonly Office office = new(reporting);
    private readonly Office elsewhere = new(reporting);

    [Fact]
    public async Task Is_for_who_owes_who_receives_and_those_above()
    {
        var (_, round) = await office.Asks();
        await elsewhere.IsKnown();
        var health = await office.ObligationOf(office.Health, round);

        foreach (var agency in (ChangedAgency[])[office.Health, office.Focal, office.Committee])
        {
            (await Obligations(agency).GetObligationAsync(new() { Name = health.Name })).Name.ShouldBe(health.Name, agency.Name);
            (await Listed(agency, round)).ShouldContain(health.Name, agency.Name);
        }

        foreach (var agency in (ChangedAgency[])[office.Education, office.Front, elsewhere.Committee, elsewhere.Health])
        {
            (await Refused.By(Obligations(agency).GetObligationAsync(new() { Name = health.Name }))).ShouldSatisfyAllConditions(
                refused => (refused.Code, refused.Reason).ShouldBe((StatusCode.NotFound, "OBLIGATION_NOT_FOUND"), agency.Name));
            (await Refused.By(Obligations(agency).BatchGetObligationsAsync(new() { Names = { health.Name } }))).Reason.ShouldBe("OBLIGATION_NOT_FOUND");
            (await Listed(agency, round)).ShouldNotContain(health.Name, agency.Name);
        }
    }

    [Fact]
    public async Task Counts_no_more_than_is_seen()
    {
        var (_, round) = await office.Asks();
        await elsewhere.IsKnown();
        await office.Submits(office.Health, round);

        (await Counts(office.Focal, round)).ShouldBe((4, 1));
        (await Counts(office.Committee, round)).ShouldBe((4, 1));
        (await Counts(office.Health, round)).ShouldBe((1, 1));
        (await Counts(office.Education, round)).ShouldBe((1, 0));
        (await Counts(elsewhere.Committee, round)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Is_of_a_draft_for_its_own_agency_alone()
    {
        var (_, round) = await office.Asks();
        await elsewhere.IsKnown();
        var draft = await office.Drafts(office.Health, round);

        (await Reports(office.Health).GetReportAsync(new() { Name = draft.Name })).ShouldBe(draft);
        foreach (var agency in (ChangedAgency[])[office.Focal, office.Committee, office.Education, elsewhere.Health])
        {
            (await Refused.By(Reports(agency).GetReportAsync(new() { Name = draft.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND", agency.Name);
            (await Reports(agency).ListReportsAsync(new() { Round = round.Name })).Reports.ShouldBeEmpty(agency.Name);
        }
    }

    [Fact]
    public async Task Is_of_a_report_for_both_sides_and_those_above()
    {
        var (_, round) = await office.Asks();
        await elsewhere.IsKnown();
        var report = await office.Submits(office.Health, round);

        foreach (var agency in (ChangedAgency[])[office.Health, office.Focal, office.Committee])
            (await Reports(agency).ListReportsAsync(new() { Round = round.Name })).Reports.ShouldHaveSingleItem().Name.ShouldBe(report.Name);
        foreach (var agency in (ChangedAgency[])[office.Education, office.Front, elsewhere.Committee])
        {
            (await Refused.By(Reports(agency).GetReportAsync(new() { Name = report.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND", agency.Name);
            (await Reports(agency).ListReportsAsync(new() { Round = round.Name })).Reports.ShouldBeEmpty(agency.Name);
            (await Refused.By(Reports(agency).AcceptReportAsync(new() { Name = report.Name }))).Reason.ShouldBe("REPORT_NOT_FOUND", agency.Name);
        }

        (await Refused.By(Reports(office.Committee).AcceptReportAsync(new() { Name = report.Name }))).ShouldSatisfyAllConditions(
            refused => (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "AGENCY_NOT_YOURS")));
        (await Reports(office.Focal).AcceptReportAsync(new() { Name = report.Name })).State.ShouldBe(V1.Report.Types.State.Accepted);
    }

    [Theory]
    [InlineData(Role.Registrar, "committee", true)]
    [InlineData(Role.FocalOfficer, "committee", true)]
    [InlineData(Role.FocalOfficer, "focal", true)]
    [InlineData(Role.Registrar, "focal", false)]
    [InlineData(Role.FocalOfficer, "health", false)]
    [InlineData(Role.Registrar, "elsewhere", false)]
    [InlineData(Role.FocalOfficer, "elsewhere", false)]
    public async Task Begins_on_a_day_that_those_set_who_keep_the_plan(Role role, string who, bool allowed)
    {
        var (plan, _) = await office.Asks();
        await elsewhere.IsKnown();
        var agency = who switch { "committee" => office.Committee, "focal" => office.Focal, "health" => office.Health, _ => elsewhere.Committee };
        var duties = new V1.DutyService.DutyServiceClient(reporting.As("somebody", agency.Codes[0], role));
        var request = new V1.TrackPlanRequest { Plan = $"plans/{plan.PlanId}", TrackFrom = new() { Year = 2026, Month = 1, Day = 1 } };

        if (allowed)
            (await duties.TrackPlanAsync(request)).Duties.ShouldNotBeEmpty();
        else
            (await Refused.By(duties.TrackPlanAsync(request))).ShouldSatisfyAllConditions(
                refused => (refused.Code, refused.Reason).ShouldBe((StatusCode.PermissionDenied, "PLAN_NOT_YOURS")));
    }

    private V1.ObligationService.ObligationServiceClient Obligations(ChangedAgency agency) => new(Calls(agency));

    private V1.ReportService.ReportServiceClient Reports(ChangedAgency agency) => new(Calls(agency));

    private async Task<IReadOnlyList<string>> Listed(ChangedAgency agency, V1.Round round) =>
        [.. (await Obligations(agency).ListObligationsAsync(new() { Round = round.Name })).Obligations.Select(one => one.Name)];

    private async Task<(int Total, int Submitted)> Counts(ChangedAgency agency, V1.Round round)
    {
        var rounds = new V1.RoundService.RoundServiceClient(Calls(agency));
        var one = await rounds.GetRoundAsync(new() { Name = round.Name });
        (await rounds.ListRoundsAsync(new() { Plan = round.Plan })).Rounds.ShouldContain(one);
        return (one.Counts.Total, one.Counts.Submitted);
    }

    private CallInvoker Calls(ChangedAgency agency) => reporting.As("somebody", agency.Codes[0], Role.FocalOfficer, Role.ReportingOfficer, Role.Viewer);
}
