using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Reports;

[Collection(nameof(Reporting))]
public sealed class ListingReports
{
    private readonly Reporting reporting;
    private readonly Office office;

    public ListingReports(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 2);
    }

    [Fact]
    public async Task Shows_the_newest_first_page_by_page_without_tables_and_steps()
    {
        var (plan, round) = await office.Asks();
        var older = await office.Submits(office.Health, round);
        reporting.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await office.Submits(office.Education, round);

        var first = await office.Deciding(office.Focal).ListReportsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 1 });
        var last = await office.Deciding(office.Focal).ListReportsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 1, PageToken = first.NextPageToken });

        first.Reports.ShouldHaveSingleItem().Name.ShouldBe(newer.Name);
        last.Reports.ShouldHaveSingleItem().Name.ShouldBe(older.Name);
        (last.Reports[0].Steps.Count, last.NextPageToken).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Shows_those_of_a_round_an_agency_and_a_state()
    {
        var (_, round) = await office.Asks();
        var accepted = await office.IsDoneWith(office.Health, round);
        var waiting = await office.Submits(office.Education, round);
        var deciding = office.Deciding(office.Focal);

        (await deciding.ListReportsAsync(new() { Round = round.Name })).Reports.Count.ShouldBe(2);
        (await deciding.ListReportsAsync(new() { Round = round.Name, Agency = office.Health.Codes[0] })).Reports.ShouldHaveSingleItem().Name.ShouldBe(accepted.Name);
        (await deciding.ListReportsAsync(new() { Round = round.Name, State = V1.Report.Types.State.Submitted })).Reports.ShouldHaveSingleItem().Name.ShouldBe(waiting.Name);
    }

    [Fact]
    public async Task Is_refused_for_what_is_malformed()
    {
        var reading = office.Deciding(office.Focal);

        (await Refused.By(reading.ListReportsAsync(new() { Plan = "plans/1" }))).Reason.ShouldBe("NAME_MALFORMED");
        (await Refused.By(reading.ListReportsAsync(new() { PageSize = 501 }))).Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
        (await Refused.By(reading.ListReportsAsync(new() { PageToken = "AAAA" }))).Reason.ShouldBe("PAGE_TOKEN_INVALID");
        (await Refused.By(reading.ListReportsAsync(new() { Agency = "test:nobody" }))).Reason.ShouldBe("AGENCY_NOT_FOUND");
    }
}
