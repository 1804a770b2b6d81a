using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Observations;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using Verdict = SocialPolicy.Indicators.V1.Rating.Types.Verdict;

namespace SocialPolicy.Indicators.FunctionalTests.Ratings;

/// <summary>A target stands by what is known of its indicator in the unit of its plan, whoever asked for the number.</summary>
[Collection(nameof(Indicators))]
public sealed class RatingATarget(Indicators indicators)
{
    [Fact]
    public async Task Needs_no_value_of_its_own_where_another_plan_asked_for_the_same()
    {
        var (unit, first) = (await indicators.AUnit("province"), APlan.Target() with { Year = 2025 });
        var agency = await indicators.AnAgency(of: unit);
        await indicators.AdoptOf(unit, first);
        await Record(agency, first, "3.1");

        var second = first with { TargetId = Guid.CreateVersion7(), Value = 2 };
        var plan = await indicators.AdoptOf(unit, second);

        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().Rating.Verdict.ShouldBe(Verdict.NotMet);
        await Record(agency, first, "1.9");
        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().Rating.Verdict.ShouldBe(Verdict.Met);
        (await Rated(second)).Select(rated => (rated.Version, rated.Fact.Verdict)).ShouldBe([(1L, "not_met"), (2L, "met")]);
    }

    [Fact]
    public async Task Is_not_done_by_what_a_unit_within_has()
    {
        var (province, target) = (await indicators.AUnit("province"), APlan.Target() with { Year = 2025 });
        var plan = await indicators.AdoptOf(province, target);
        var commune = await indicators.AnAgency(of: await indicators.AUnit("commune", province));

        var answer = await Record(commune, target, "3.1");

        answer.Rating.Verdict.ShouldBe(Verdict.Met);
        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().Rating.Verdict.ShouldBe(Verdict.NoData);
        (await Rated(target)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rests_on_what_was_done_before_what_was_expected()
    {
        var (unit, target) = (await indicators.AUnit("province"), APlan.Target() with { Year = 2025 });
        var plan = await indicators.AdoptOf(unit, target);
        var agency = await indicators.AnAgency(of: unit);

        await indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, "3.0") with { Estimate = true } });
        var done = await Record(agency, target, "3.9");
        await indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, "2.9") with { Estimate = true } });

        done.Rating.Verdict.ShouldBe(Verdict.NotMet);
        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().Rating.Observation.ShouldBe(done.Observation.Name);
        var row = (await indicators.Observations.GetScorecardAsync(new() { Plan = $"plans/{plan.PlanId}", Period = "2025" })).Rows.ShouldHaveSingleItem();
        (row.Observation.Value, row.Estimate.Value).ShouldBe(("3.9", "2.9"));
    }

    [Fact]
    public async Task Follows_the_indicator_that_a_person_gives_it()
    {
        var (unit, target) = (await indicators.AUnit("province"), APlan.Target() with { Year = 2025 });
        var plan = await indicators.AdoptOf(unit, target);
        var agency = await indicators.AnAgency(of: unit);
        await Record(agency, target, "3.1");
        var other = await indicators.Create();

        var assigned = await indicators.TargetKeeper.AssignIndicatorAsync(new() { Target = $"targets/{target.TargetId}", Indicator = other.Name });

        (assigned.Rating.Verdict, assigned.Rating.Observation).ShouldBe((Verdict.NoData, ""));
        await indicators.OfficerOf(agency).Send(Rows.By(agency), Rows.Of(other, unit, "9", "2025"));
        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().Rating.Verdict.ShouldBe(Verdict.NotMet);
        (await Rated(target)).Select(rated => (rated.Version, rated.Fact.Verdict)).ShouldBe([(1L, "met"), (2L, "no_data"), (3L, "not_met")]);
    }

    [Fact]
    public async Task Is_left_to_a_job_where_one_act_touches_many()
    {
        var (unit, indicator) = (await indicators.AUnit("province"), APlan.Target());
        var many = Enumerable.Range(0, 101).Select(_ => indicator with { TargetId = Guid.CreateVersion7(), Year = 2025 }).ToArray();
        var plan = await indicators.AdoptOf(unit, many);
        var agency = await indicators.AnAgency(of: unit);

        await Record(agency, many[0], "3.1");

        (await indicators.Ask<long>("select count(*) from ratings_due d join targets_in_force t on t.id = d.target_id where t.plan_id = @PlanId", plan)).ShouldBe(101);
        await indicators.Operations.RunJobAsync(new() { Name = "jobs/rate-targets" });
        await Eventually.Holds(async () => (await indicators.TargetsOf(plan)).All(target => target.Rating.Verdict is Verdict.Met));
        (await indicators.Ask<long>("select count(*) from ratings_due")).ShouldBe(0);
    }

    private Task<V1.RecordObservationResponse> Record(ChangedAgency agency, PublishedTarget target, string value) =>
        indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, value) }).ResponseAsync;

    private Task<IReadOnlyList<(long Version, TargetRated Fact)>> Rated(PublishedTarget target) => indicators.Announced<TargetRated>($"targets/{target.TargetId}");
}
