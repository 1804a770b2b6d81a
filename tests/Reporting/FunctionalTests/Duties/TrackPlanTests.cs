using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Reporting.FunctionalTests.Duties;

[Collection(nameof(Reporting))]
public sealed class TrackingAPlan
{
    private readonly Reporting reporting;
    private readonly Office office;

    public TrackingAPlan(Reporting reporting)
    {
        (this.reporting, office) = (reporting, new Office(reporting));
        reporting.ItIs(2026, 11, 1);
    }

    [Fact]
    public async Task Opens_what_was_missed_since_and_makes_it_overdue()
    {
        var (plan, current) = await office.Asks();

        var tracked = await office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{plan.PlanId}", TrackFrom = Day(2024, 6, 1) });

        tracked.Duties.ShouldHaveSingleItem().TrackFrom.ShouldBe(Day(2024, 6, 1));
        var rounds = await office.Rounds(plan);
        rounds.Select(round => (round.Period, round.History)).ShouldBe([("2024", false), ("2025", false), ("2026", false)]);
        tracked.OpenedRounds.ShouldBe(rounds.Take(2).Select(round => round.Name));
        rounds[2].Name.ShouldBe(current.Name);
        rounds[0].Counts.ShouldBe(new() { Total = 4, Owed = 4, Overdue = 2 });
        (await office.ObligationOf(office.Health, rounds[0])).Timeliness.ShouldBe(V1.Obligation.Types.Timeliness.Overdue);
        (await office.ObligationOf(office.Front, rounds[0])).Timeliness.ShouldBe(V1.Obligation.Types.Timeliness.NotDue);
    }

    [Fact]
    public async Task Opens_nothing_twice()
    {
        var (plan, _) = await office.Asks();
        await office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{plan.PlanId}", TrackFrom = Day(2024, 6, 1) });

        var again = await office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{plan.PlanId}", TrackFrom = Day(2024, 6, 1) });

        again.OpenedRounds.ShouldBeEmpty();
        (await office.Rounds(plan)).Count.ShouldBe(3);
        (await office.Obligations(plan)).Count.ShouldBe(12);
    }

    [Fact]
    public async Task Answers_the_same_request_with_its_first_answer()
    {
        var (plan, _) = await office.Asks();
        var request = new V1.TrackPlanRequest { Plan = $"plans/{plan.PlanId}", TrackFrom = Day(2024, 6, 1), RequestId = $"{Guid.CreateVersion7()}" };

        var first = await office.Tracking.TrackPlanAsync(request);

        (await office.Tracking.TrackPlanAsync(request)).ShouldBe(first);
        first.OpenedRounds.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Changes_no_open_round_when_the_day_is_later()
    {
        var (plan, round) = await office.Asks();

        var tracked = await office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{plan.PlanId}", TrackFrom = Day(2028, 1, 1) });

        (await office.Rounds(plan)).ShouldContain(round);
        tracked.OpenedRounds.ShouldHaveSingleItem();
        (await office.Rounds(plan))[^1].Period.ShouldBe("2028");
    }

    [Fact]
    public async Task Stores_nothing_when_it_only_checks()
    {
        var (plan, _) = await office.Asks();

        var tried = await office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{plan.PlanId}", TrackFrom = Day(2024, 6, 1), ValidateOnly = true });

        tried.OpenedRounds.Count.ShouldBe(2);
        (await office.Rounds(plan)).Count(open => !open.History).ShouldBe(1);
        (await reporting.Told<RoundOpened>(tried.OpenedRounds[0])).ShouldBe(0);
    }

    [Theory]
    [InlineData(2023, 12, 31, "TRACK_FROM_TOO_EARLY")]
    [InlineData(2026, 2, 30, "DATE_INVALID")]
    [InlineData(0, 0, 0, "FIELD_REQUIRED")]
    public async Task Is_refused_for_a_day_that_cannot_be(int year, int month, int day, string reason)
    {
        var (plan, _) = await office.Asks();

        var refused = await Refused.By(office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{plan.PlanId}", TrackFrom = Day(year, month, day) }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.InvalidArgument, reason));
        refused.Fields.ShouldBe(["track_from"]);
    }

    [Fact]
    public async Task Is_refused_for_a_plan_that_has_not_arrived()
    {
        var refused = await Refused.By(office.Tracking.TrackPlanAsync(new() { Plan = $"plans/{Guid.CreateVersion7()}", TrackFrom = Day(2026, 1, 1) }));

        (refused.Code, refused.Reason).ShouldBe((StatusCode.NotFound, "PLAN_NOT_ADOPTED"));
    }

    [Fact]
    public async Task Is_refused_to_who_only_reads()
    {
        var viewer = new V1.DutyService.DutyServiceClient(reporting.As("viewer", null, Role.Viewer));

        (await Refused.By(viewer.TrackPlanAsync(new()))).Code.ShouldBe(StatusCode.PermissionDenied);
    }

    private static Google.Type.Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
