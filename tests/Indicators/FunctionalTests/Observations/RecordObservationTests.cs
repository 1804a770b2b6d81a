using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.Harness.Services;
using SocialPolicy.Indicators.FunctionalTests.Catalogue;
using SocialPolicy.Indicators.FunctionalTests.Targets;
using Verdict = SocialPolicy.Indicators.V1.Rating.Types.Verdict;

namespace SocialPolicy.Indicators.FunctionalTests.Observations;

[Collection(nameof(Indicators))]
public sealed class RecordingAnObservation(Indicators indicators)
{
    [Fact]
    public async Task Keeps_it_rates_its_target_and_announces_both()
    {
        var target = APlan.Target();
        var plan = await indicators.Adopt(target);
        var agency = await indicators.AnAgency();

        var answer = await Record(agency, Said.Of(target, agency, "3.10") with { Source = "Báo cáo số 12", Note = "sơ bộ", Estimate = true });

        answer.Observation.ShouldBe(new V1.Observation
        {
            Name = answer.Observation.Name,
            Indicator = (await indicators.TargetsOf(plan))[0].IndicatorName,
            Unit = $"units/{agency.UnitId}",
            Batch = answer.Observation.Batch,
            Target = $"targets/{target.TargetId}",
            Plan = $"plans/{plan.PlanId}",
            Agency = $"agencies/{agency.AgencyId}",
            Period = "2025",
            Value = "3.10",
            Estimate = true,
            Source = "Báo cáo số 12",
            Note = "sơ bộ",
            Revision = 1,
            Current = true,
            Actor = "officer",
            RecordTime = indicators.Clock.GetUtcNow().ToTimestamp(),
        });
        (answer.Rating.Verdict, answer.Rating.Rule, answer.Rating.Satisfied, answer.Rating.Observation)
            .ShouldBe((Verdict.NotDue, "BEFORE_TARGET_YEAR", true, answer.Observation.Name));
        (await indicators.TargetsOf(plan)).ShouldHaveSingleItem().Rating.ShouldBe(answer.Rating);
        var id = Guid.Parse(answer.Observation.Name["observations/".Length..]);
        var (version, recorded) = (await indicators.RecordedOf(target)).ShouldHaveSingleItem();
        (version, recorded.AgencyId, recorded.Added, recorded.Revised).ShouldBe((1, agency.AgencyId, 1, 0));
        recorded.Observations.ShouldBe([new(
            id, Guid.Parse(answer.Observation.Indicator["indicators/".Length..]), agency.UnitId, "2025", "", Estimate: true, Official: false, 1, 3.10m, null, null, null)]);
        (await Rated(target)).ShouldBe([(1, new(target.TargetId, plan.PlanId, id, "2025", "not_due", "BEFORE_TARGET_YEAR", true))]);
    }

    [Fact]
    public async Task Is_done_once_though_the_request_comes_twice()
    {
        var (target, agency) = await ATargetAndAnAgency();
        var request = new V1.RecordObservationRequest { RequestId = Guid.CreateVersion7().ToString(), Observation = Said.Of(target, agency, "3.1") };
        var officer = indicators.OfficerOf(agency);

        var first = await officer.RecordObservationAsync(request);
        var second = await officer.RecordObservationAsync(request);

        second.ShouldBe(first);
        (await indicators.RecordedOf(target)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Changes_nothing_when_it_says_the_same_again()
    {
        var (target, agency) = await ATargetAndAnAgency();

        var first = await Record(agency, Said.Of(target, agency, "3.1"));
        var second = await Record(agency, Said.Of(target, agency, "3.10"));

        second.ShouldBe(first);
        (await indicators.RecordedOf(target)).Count.ShouldBe(1);
        (await Rated(target)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replaces_what_the_agency_said_before_and_keeps_it()
    {
        var (target, agency) = await ATargetAndAnAgency();

        var first = await Record(agency, Said.Of(target, agency, "4.1"));
        var second = await Record(agency, Said.Of(target, agency, "3.1"));

        (first.Rating.Satisfied, second.Rating.Satisfied, second.Observation.Revision).ShouldBe((false, true, 2));
        var all = (await indicators.Observations.ListObservationsAsync(new() { Target = $"targets/{target.TargetId}", ShowReplaced = true })).Observations;
        all.OrderBy(observation => observation.Revision).Select(observation => (observation.Value, observation.Current)).ShouldBe([("4.1", false), ("3.1", true)]);
        (await Rated(target)).Select(rated => (rated.Version, rated.Fact.Satisfied)).ShouldBe([(1L, (bool?)false), (2L, true)]);
    }

    [Fact]
    public async Task Announces_no_rating_that_says_what_the_last_one_said()
    {
        var (target, agency) = await ATargetAndAnAgency(APlan.Target() with { Year = 2025 });
        await Record(agency, Said.Of(target, agency, "3.1"));

        var better = await Record(agency, Said.Of(target, agency, "3.0"));

        better.Rating.Verdict.ShouldBe(Verdict.Met);
        better.Rating.Observation.ShouldBe(better.Observation.Name);
        (await Rated(target)).Count.ShouldBe(1);
        (await indicators.RecordedOf(target)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Leaves_the_rating_to_the_latest_period()
    {
        var (target, agency) = await ATargetAndAnAgency();
        var latest = await Record(agency, Said.Of(target, agency, "3.1", "2025"));

        var older = await Record(agency, Said.Of(target, agency, "9", "2024"));
        var quarter = await Record(agency, Said.Of(target, agency, "8", "2025-Q4"));

        older.Rating.ShouldBe(latest.Rating);
        quarter.Rating.ShouldBe(latest.Rating);
        (await Rated(target)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Counts_a_change_from_the_year_before_in_the_same_unit()
    {
        var (target, agency) = await ATargetAndAnAgency(APlan.Target() with
        {
            Comparator = "decrease_by", Value = 1, Unit = "điểm %/năm", Bound = "ge", PerYear = true, Year = 2025,
        });
        var other = await indicators.AnAgency();
        await Record(other, Said.Of(target, other, "50", "2024"));

        var without = await Record(agency, Said.Of(target, agency, "5.2", "2025"));
        var before = await Record(agency, Said.Of(target, agency, "6.4", "2024"));

        (without.Rating.Verdict, without.Rating.Rule, without.Rating.HasSatisfied).ShouldBe((Verdict.NotRated, "WITHOUT_BASELINE", false));
        (before.Rating.Verdict, before.Rating.PercentOfTarget).ShouldBe((Verdict.Exceeded, "120.0"));
    }

    [Fact]
    public async Task Takes_a_judgement_of_a_state_with_its_evidence()
    {
        var (target, agency) = await ATargetAndAnAgency(APlan.Target() with { Comparator = "achieve", Value = null, Unit = null, Year = 2025 });

        var answer = await Record(agency, Said.Of(target, agency, "") with { Achieved = true, Note = "Quyết định số 5" });

        answer.Rating.Verdict.ShouldBe(Verdict.Met);
        answer.Observation.Achieved.ShouldBeTrue();
        await ShouldBeRefused(agency, Said.Of(target, agency, "") with { Achieved = false }, StatusCode.InvalidArgument, "EVIDENCE_REQUIRED");
        await ShouldBeRefused(agency, Said.Of(target, agency, "1") with { Achieved = true, Note = "x" }, StatusCode.InvalidArgument, "VALUE_NOT_WANTED");
    }

    [Fact]
    public async Task Is_rated_again_when_the_plan_demands_something_else()
    {
        var (target, agency) = await ATargetAndAnAgency();
        var plan = await Record(agency, Said.Of(target, agency, "3.1"));

        await indicators.Announce(APlan.With(target with { Value = 2 }) with { UnitId = null, PlanId = Guid.Parse(plan.Observation.Plan["plans/".Length..]) }, version: 9);
        await indicators.Settled();

        (await Rated(target)).Select(rated => (rated.Version, rated.Fact.Satisfied)).ShouldBe([(1L, (bool?)true), (2L, false)]);
    }

    [Fact]
    public async Task Stores_and_announces_nothing_when_only_validated()
    {
        var (target, agency) = await ATargetAndAnAgency();

        var answer = await indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, "3.1"), ValidateOnly = true });

        answer.Rating.Satisfied.ShouldBeTrue();
        (await indicators.RecordedOf(target)).ShouldBeEmpty();
        (await Rated(target)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_turns_with_others_of_the_same_target()
    {
        var (target, agency) = await ATargetAndAnAgency();
        var officer = indicators.OfficerOf(agency);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number =>
            officer.RecordObservationAsync(new() { Observation = Said.Of(target, agency, $"{number}") }).ResponseAsync));

        answers.Select(answer => answer.Observation.Revision).Order().ShouldBe(Enumerable.Range(1, 12));
        (await indicators.Observations.ListObservationsAsync(new() { Target = $"targets/{target.TargetId}" })).Observations.ShouldHaveSingleItem().Revision.ShouldBe(12);
        (await Rated(target)).Select(rated => rated.Version).ShouldBe(Enumerable.Range(1, (await Rated(target)).Count).Select(number => (long)number));
    }

    [Fact]
    public async Task Is_for_an_agency_one_may_act_for()
    {
        var (target, agency) = await ATargetAndAnAgency();
        var own = await indicators.AnAgency();

        var answer = await indicators.OfficerOf(own, agency).RecordObservationAsync(new() { Observation = Said.Of(target, agency, "3.1") with { Agency = agency.Codes[0] } });

        answer.Observation.Agency.ShouldBe($"agencies/{agency.AgencyId}");
        (await Refused.By(indicators.OfficerOf(own).RecordObservationAsync(new() { Observation = Said.Of(target, agency, "3.1") })))
            .ShouldSatisfyAllConditions(refused => refused.Code.ShouldBe(StatusCode.PermissionDenied), refused => refused.Reason.ShouldBe("AGENCY_NOT_YOURS"));
    }

    [Fact]
    public async Task Is_refused_for_an_agency_that_is_no_longer_there()
    {
        var target = APlan.Target();
        await indicators.Adopt(target);
        var gone = await indicators.AnAgency(validTo: new DateOnly(2025, 6, 30));

        await ShouldBeRefused(gone, Said.Of(target, gone, "3.1"), StatusCode.FailedPrecondition, "AGENCY_SUPERSEDED");
    }

    [Fact]
    public async Task Is_refused_for_a_target_that_an_amendment_dropped()
    {
        var (dropped, kept) = (APlan.Target(), APlan.Target());
        var plan = await indicators.Adopt(dropped, kept);
        var agency = await indicators.AnAgency();
        await indicators.Announce(plan with { Targets = [kept] }, version: 4);
        await indicators.Settled();

        await ShouldBeRefused(agency, Said.Of(dropped, agency, "3.1"), StatusCode.FailedPrecondition, "TARGET_ENDED");
    }

    [Fact]
    public async Task Is_refused_by_name_for_everything_that_is_wrong_with_it()
    {
        var (target, agency) = await ATargetAndAnAgency();
        var good = Said.Of(target, agency, "3.1");

        await ShouldBeRefused(agency, good with { Target = $"targets/{Guid.CreateVersion7()}" }, StatusCode.NotFound, "TARGET_NOT_FOUND");
        await ShouldBeRefused(agency, good with { Target = "1" }, StatusCode.InvalidArgument, "NAME_MALFORMED", "observation.target");
        await ShouldBeRefused(agency, good with { Agency = "" }, StatusCode.InvalidArgument, "NAME_MALFORMED", "observation.agency");
        await ShouldBeRefused(agency, good with { Agency = "spp:nobody" }, StatusCode.NotFound, "AGENCY_NOT_FOUND");
        await ShouldBeRefused(agency, good with { Period = "2025-13" }, StatusCode.InvalidArgument, "PERIOD_MALFORMED", "observation.period");
        await ShouldBeRefused(agency, good with { Period = "2027" }, StatusCode.InvalidArgument, "PERIOD_IN_FUTURE", "observation.period");
        await ShouldBeRefused(agency, good with { Value = "" }, StatusCode.InvalidArgument, "VALUE_REQUIRED", "observation.value");
        await ShouldBeRefused(agency, good with { Value = "3,1" }, StatusCode.InvalidArgument, "VALUE_MALFORMED", "observation.value");
        await ShouldBeRefused(agency, good with { Value = "100.1" }, StatusCode.InvalidArgument, "VALUE_OUT_OF_RANGE", "observation.value");
        await ShouldBeRefused(agency, good with { Source = new('x', 501) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG", "observation.source");
        await ShouldBeRefused(agency, good with { Note = new('x', 2001) }, StatusCode.InvalidArgument, "FIELD_TOO_LONG", "observation.note");
        (await indicators.RecordedOf(target)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_refused_with_another_indicator_than_its_target_asks_for()
    {
        var (target, agency) = await ATargetAndAnAgency();
        var (right, other) = (await indicators.Ask<Guid>("select indicator_id from targets_in_force where id = @TargetId", target), await indicators.Create());
        V1.Observation said = Said.Of(target, agency, "3.1");

        said.Indicator = other.Name;
        (await Refused.By(indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = said }))).Reason.ShouldBe("INDICATOR_NOT_OF_TARGET");
        said.Indicator = $"indicators/{right}";
        (await indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = said })).Observation.Indicator.ShouldBe(said.Indicator);
    }

    [Fact]
    public async Task Is_refused_without_an_observation() =>
        (await Refused.By(indicators.OfficerOf(await indicators.AnAgency()).RecordObservationAsync(new()))).Reason.ShouldBe("NAME_MALFORMED");

    [Fact]
    public async Task Is_refused_to_those_who_only_read() =>
        (await Refused.By(indicators.Observations.RecordObservationAsync(new()))).Reason.ShouldBe("CALLER_NOT_ALLOWED");

    [Fact]
    public async Task Leaves_a_row_that_nobody_can_change()
    {
        var (target, agency) = await ATargetAndAnAgency();
        await Record(agency, Said.Of(target, agency, "3.1"));

        await Should.ThrowAsync<Npgsql.PostgresException>(() => indicators.Ask<int>("update observation_batches set source = '' where agency_id = @AgencyId", agency));
    }

    private async Task<(PublishedTarget Target, ChangedAgency Agency)> ATargetAndAnAgency(PublishedTarget? target = null)
    {
        target ??= APlan.Target();
        await indicators.Adopt(target);
        return (target, await indicators.AnAgency());
    }

    private Task<V1.RecordObservationResponse> Record(ChangedAgency agency, Said said) =>
        indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = said }).ResponseAsync;

    private Task<IReadOnlyList<(long Version, TargetRated Fact)>> Rated(PublishedTarget target) => indicators.Announced<TargetRated>($"targets/{target.TargetId}");

    private async Task ShouldBeRefused(ChangedAgency agency, Said said, StatusCode code, string reason, string? field = null)
    {
        var refused = await Refused.By(indicators.OfficerOf(agency).RecordObservationAsync(new() { Observation = said }));

        (refused.Code, refused.Reason).ShouldBe((code, reason));
        if (field is not null)
            refused.Fields.ShouldContain(field);
    }
}
