using Grpc.Core;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Rounds;

[Collection(nameof(Reporting))]
public sealed class ListingRounds
{
    private readonly Office office;

    public ListingRounds(Reporting reporting)
    {
        office = new Office(reporting);
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Shows_the_one_due_first_at_the_top_page_by_page()
    {
        var (plan, _) = await office.Asks();
        await office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{plan.PlanId}", TrackFrom = new() { Year = 2024, Month = 1, Day = 1 } });

        var first = await office.Viewing.ListRoundsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 2 });
        var last = await office.Viewing.ListRoundsAsync(new() { Plan = $"plans/{plan.PlanId}", PageSize = 2, PageToken = first.NextPageToken });

        first.Rounds.Select(round => round.Period).ShouldBe(["2024", "2025"]);
        last.Rounds.Select(round => round.Period).ShouldBe(["2026"]);
        last.NextPageToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_those_of_a_duty_alone()
    {
        var (plan, round) = await office.Asks();

        (await office.Viewing.ListRoundsAsync(new() { Duty = $"duties/{plan.ReportingDuties[0].DutyId}" })).Rounds.ShouldContain(round);
        (await office.Viewing.ListRoundsAsync(new() { Duty = $"duties/{Guid.CreateVersion7()}" })).Rounds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_one_by_its_name()
    {
        var (_, round) = await office.Asks();

        (await office.Viewing.GetRoundAsync(new() { Name = round.Name })).ShouldBe(round);
    }

    [Fact]
    public async Task Is_refused_for_a_round_that_is_not_there()
    {
        var refused = await Refused.By(office.Viewing.GetRoundAsync(new() { Name = $"rounds/{Guid.CreateVersion7()}" }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.NotFound, "ROUND_NOT_FOUND"));
    }

    [Fact]
    public async Task Is_refused_for_what_is_malformed()
    {
        (await Refused.By(office.Viewing.GetRoundAsync(new() { Name = "rounds/1" }))).Reason.ShouldBe("NAME_MALFORMED");
        (await Refused.By(office.Viewing.ListRoundsAsync(new() { Plan = "plans/1" }))).Reason.ShouldBe("NAME_MALFORMED");
        (await Refused.By(office.Viewing.ListRoundsAsync(new() { PageSize = 501 }))).Reason.ShouldBe("PAGE_SIZE_OUT_OF_RANGE");
        (await Refused.By(office.Viewing.ListRoundsAsync(new() { PageToken = "AAAA" }))).Reason.ShouldBe("PAGE_TOKEN_INVALID");
    }
}
