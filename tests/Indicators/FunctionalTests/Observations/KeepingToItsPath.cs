using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using Verdict = SocialPolicy.Indicators.V1.Rating.Types.Verdict;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

/// <summary>A target that is not due is on the way to it or behind.</summary>
[Collection(nameof(Indicators))]
public sealed class KeepingToItsPath(Indicators indicators)
{
    [Fact]
    public async Task Goes_from_the_year_before_the_plan_over_what_it_demands_earlier()
    {
        var place = await APlace.In(indicators);
        var (half, whole) = (Due(place.Indicator, 80, 2027), Due(place.Indicator, 95, 2030));
        var plan = await indicators.AdoptOf(place.Province, half, whole);

        await place.Officer.Send(Rows.By(place.Agency), Rows.Of(place.Indicator, place.Province, "60", "2023"), Rows.Of(place.Indicator, place.Province, "70", "2025"));

        var ratings = await RatingsOf(plan);
        ratings.Select(rating => (rating.Verdict, rating.Rule)).ShouldBe([(Verdict.OnPath, "PATH"), (Verdict.OnPath, "PATH")]);
        ratings[1].Inputs.Select(input => (input.Name, input.ValueVi)).ShouldBe(
            [("VALUE", "70 %"), ("PERIOD", "2025"), ("DEMANDED", "ít nhất 95 %"), ("TARGET_YEAR", "2030"), ("PATH", "70 %"), ("PATH_TOLERANCE", "0 % quãng đường")]);

        await place.Officer.Send(Rows.By(place.Agency), Rows.Of(place.Indicator, place.Province, "69.9", "2025"));

        (await RatingsOf(plan)).ShouldAllBe(rating => rating.Verdict == Verdict.OffPath);
        (await Scorecard(plan, place)).ShouldAllBe(rating => rating.Verdict == Verdict.OffPath);
    }

    [Fact]
    public async Task Is_only_not_due_where_nobody_knows_where_it_begins()
    {
        var place = await APlace.In(indicators);
        var plan = await indicators.AdoptOf(place.Province, Due(place.Indicator, 95, 2030));

        await place.Officer.Send(Rows.By(place.Agency), Rows.Of(place.Indicator, place.Province, "70", "2025"));

        (await RatingsOf(plan)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            rating => (rating.Verdict, rating.Rule).ShouldBe((Verdict.NotDue, "BEFORE_TARGET_YEAR")), rating => rating.Inputs.Count.ShouldBe(4));
    }

    [Fact]
    public async Task Says_nothing_of_a_part_of_a_year_where_values_are_summed_up()
    {
        var place = await APlace.In(indicators);
        var people = await indicators.Create(other => (other.Scale, other.OverUnits, other.OverTime, other.Most) =
            ("", V1.Indicator.Types.OverUnits.Sum, V1.Indicator.Types.OverTime.Sum, ""));
        var plan = await indicators.AdoptOf(place.Province, Due(people, 95, 2030));

        await place.Officer.Send(Rows.By(place.Agency), Rows.Of(people, place.Province, "60", "2023"), Rows.Of(people, place.Province, "20", "2025-Q1"));
        var within = (await RatingsOf(plan)).ShouldHaveSingleItem().Verdict;
        await place.Officer.Send(Rows.By(place.Agency), Rows.Of(people, place.Province, "64", "2025"));

        within.ShouldBe(Verdict.NotDue);
        (await RatingsOf(plan)).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.OffPath);
    }

    private static PublishedTarget Due(V1.Indicator indicator, decimal value, int year) =>
        APlan.Target(indicator.DisplayName) with { Comparator = "ge", Value = value, Year = year, Direction = "up", Geography = null };

    private async Task<IReadOnlyList<V1.Rating>> RatingsOf(PlanPublished plan) => [.. (await indicators.TargetsOf(plan)).Select(target => target.Rating)];

    private async Task<IEnumerable<V1.Rating>> Scorecard(PlanPublished plan, APlace place) =>
        (await indicators.Observations.GetScorecardAsync(new() { Plan = $"plans/{plan.PlanId}", Period = "2025", Unit = place.Province.Codes[0] })).Rows.Select(row => row.Rating);
}
