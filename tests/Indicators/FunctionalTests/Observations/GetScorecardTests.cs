using Grpc.Core;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using Verdict = SocialPolicy.Indicators.V1.Rating.Types.Verdict;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

[Collection(nameof(Indicators))]
public sealed class ReadingAScorecard(Indicators indicators)
{
    [Fact]
    public async Task Shows_every_target_in_the_order_of_the_text_with_both_years_and_the_rating()
    {
        var (measured, poverty, silent, vision) = (
            APlan.Target() with { Year = 2025 },
            APlan.Target() with { Comparator = "decrease_by", Value = 1, Unit = "điểm %/năm", Bound = "ge", PerYear = true, Year = 2025 },
            APlan.Target(),
            APlan.Target() with { Section = "vision" });
        var plan = await indicators.Adopt(measured, poverty, silent, vision);
        var agency = await indicators.AnAgency();
        await Record(agency, measured, "3.4", "2024");
        await Record(agency, measured, "3.6", "2025");
        await Record(agency, measured, "3.0", "2026");
        await Record(agency, poverty, "6.4", "2024");
        await Record(agency, poverty, "5.4", "2025");

        var card = await indicators.Observations.GetScorecardAsync(new() { Plan = $"plans/{plan.PlanId}", Period = "2025" });

        (card.Plan, card.Period).ShouldBe(($"plans/{plan.PlanId}", "2025"));
        card.Rows.Select(row => row.Target.Name).ShouldBe(plan.Targets.Select(target => $"targets/{target.TargetId}"));
        card.Rows.Select(row => (row.Observation?.Value, row.YearBefore?.Value, row.Rating.Verdict)).ShouldBe(
        [
            ("3.6", "3.4", Verdict.NotMet),
            ("5.4", "6.4", Verdict.Met),
            (null, null, Verdict.NoData),
            (null, null, Verdict.NotRated),
        ]);
        card.Rows[0].Rating.Observation.ShouldBe(card.Rows[0].Observation.Name);
        card.Rows[0].Target.Rating.Verdict.ShouldBe(Verdict.Met);
        card.Rows[2].Rating.RateTime.ShouldBeNull();
    }

    [Fact]
    public async Task Shows_the_newest_value_of_any_agency_or_of_the_one_asked_for()
    {
        var target = APlan.Target();
        var plan = await indicators.Adopt(target);
        var (first, second) = (await indicators.AnAgency(), await indicators.AnAgency());
        await Record(first, target, "3.1", "2025");
        indicators.Clock.Advance(TimeSpan.FromSeconds(1));
        await Record(second, target, "4.2", "2025");
        var request = new V1.GetScorecardRequest { Plan = $"plans/{plan.PlanId}", Period = "2025" };

        (await Value(request)).ShouldBe("4.2");
        (await Value(new(request) { Agency = first.Codes[0] })).ShouldBe("3.1");
        (await Value(new(request) { Agency = $"agencies/{second.AgencyId}" })).ShouldBe("4.2");
    }

    [Fact]
    public async Task Has_no_rows_of_a_plan_that_is_not_known_here() =>
        (await indicators.Observations.GetScorecardAsync(new() { Plan = $"plans/{Guid.CreateVersion7()}", Period = "2025" })).Rows.ShouldBeEmpty();

    [Fact]
    public async Task Is_refused_by_name_for_what_is_wrong_with_it()
    {
        var plan = $"plans/{Guid.CreateVersion7()}";

        await ShouldBeRefused(new() { Plan = "1", Period = "2025" }, StatusCode.InvalidArgument, "NAME_MALFORMED");
        await ShouldBeRefused(new() { Plan = plan }, StatusCode.InvalidArgument, "PERIOD_MALFORMED");
        await ShouldBeRefused(new() { Plan = plan, Period = "2025", Agency = "spp:nobody" }, StatusCode.NotFound, "AGENCY_NOT_FOUND");
    }

    private async Task Record(ChangedAgency agency, PublishedTarget target, string value, string period) =>
        await indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, value, period) });

    private async Task<string> Value(V1.GetScorecardRequest request) =>
        (await indicators.Observations.GetScorecardAsync(request)).Rows.ShouldHaveSingleItem().Observation.Value;

    private async Task ShouldBeRefused(V1.GetScorecardRequest request, StatusCode code, string reason)
    {
        var refused = await Refused.By(indicators.Observations.GetScorecardAsync(request));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
    }
}
