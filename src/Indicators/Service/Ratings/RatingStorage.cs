using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events.Indicators.V1;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Observations;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>Rates targets and keeps how they stand.</summary>
internal static class RatingStorage
{
    private const int MostAtOnce = 100;

    private const string SelectMeasured = """
        select t.* from targets_in_force t join indicators i on i.id = t.indicator_id left join measured_units u on u.unit_id = t.unit_id
        where t.ended_at is null and i.key = any(@indicators) and exists (
            select from unnest(@indicators, @units) as measured (indicator, unit)
            where measured.indicator = i.key and (t.unit_id is null or measured.unit = u.key))
        order by t.id
        """;

    private const string Owe = "insert into ratings_due (target_id) select unnest(@targets) on conflict do nothing";

    private const string Upsert = """
        insert into ratings (target_id, version, observation_id, period, verdict, rule, explanation, explanation_vi, satisfied, percent_of_target, inputs, rated_at)
        values (@target, @version, @observation, @period, @verdict, @Rule, @english, @vietnamese, @Satisfied, @PercentOfTarget, @inputs::jsonb, @at)
        on conflict (target_id) do update set version = excluded.version, observation_id = excluded.observation_id, period = excluded.period,
            verdict = excluded.verdict, rule = excluded.rule, explanation = excluded.explanation, explanation_vi = excluded.explanation_vi,
            satisfied = excluded.satisfied, percent_of_target = excluded.percent_of_target, inputs = excluded.inputs, rated_at = excluded.rated_at
        """;

    private const string SelectStanding = """
        select r.*, o.period as override_period, o.verdict as override_verdict, o.ruled as override_ruled, o.rule as override_rule,
            o.reason as override_reason, o.actor as override_actor, o.overridden_at
        from ratings r
        left join lateral (select * from rating_overrides where target_id = r.target_id order by number desc limit 1) o on true
        where r.target_id = any(@targets)
        """;

    private const string SelectOfPlan = "select * from targets_in_force where plan_id = @plan and ended_at is null order by position";

    /// <summary>Ratings by target; a target that nobody has observed has none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, RatingRow>> RatingsOf(this NpgsqlConnection connection, IEnumerable<Guid> targets, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<RatingRow>(
            new(SelectStanding, new { targets = targets.ToArray() }, cancellationToken: ct));
        return rows.ToDictionary(row => row.TargetId);
    }

    /// <summary>Rates the targets in force that ask for what was measured; many of them a moment later.</summary>
    /// <param name="work">The act.</param>
    /// <param name="measured">Keys of indicators and units.</param>
    /// <param name="settings">How targets are rated.</param>
    public static async Task RateMeasured(this Work work, IReadOnlyCollection<(int Indicator, int Unit)> measured, RatingSettings settings)
    {
        var asked = new { indicators = measured.Select(pair => pair.Indicator).ToArray(), units = measured.Select(pair => pair.Unit).ToArray() };
        var targets = (await work.Connection.QueryAsync<TargetRow>(work.Sql(SelectMeasured, asked))).AsList();
        if (targets.Count > MostAtOnce)
        {
            await work.Connection.ExecuteAsync(work.Sql(Owe, new { targets = targets.Select(target => target.Id).ToArray() }));
            return;
        }

        foreach (var target in targets)
            await work.Rate(target, settings);
    }

    /// <summary>
    /// Rates the target by the newest observation of the latest period in its unit, keeps the rating and announces it when the target
    /// stands otherwise than before.
    /// </summary>
    public static async Task Rate(this Work work, TargetRow target, RatingSettings settings)
    {
        await work.Connection.ExecuteAsync(work.Sql("select from targets_in_force where id = @Id for update", new { target.Id }));
        var before = (await work.Connection.RatingsOf([target.Id], work.Cancellation)).GetValueOrDefault(target.Id);
        var observation = await work.Connection.Newest(target, target.UnitId, work.Cancellation);
        if (before is null && observation is null)
            return;
        var rating = await work.Connection.Compare(target, observation, settings, work.Cancellation);
        if (before?.ToDomain() == rating && before.ObservationId == observation?.Id)
            return;

        var period = observation?.ObservedPeriod.ToString();
        var otherwise = (before?.Verdict, before?.Rule, before?.Satisfied, before?.Period) != (rating.Verdict.Word(), rating.Rule, rating.Satisfied, period);
        var version = (before?.Version ?? 0) + (otherwise ? 1 : 0);
        await Keep(work, target, rating, observation, version);
        if (otherwise)
            Announce(work, target, new(rating, observation?.ObservedPeriod.Reporting, before?.Override), observation, version);
    }

    /// <summary>How a target stands by what is known of the unit of an observation: kept where it is the target's own unit.</summary>
    public static async Task<V1.Rating> RatingWith(
        this NpgsqlConnection connection, TargetRow target, ObservationRow observation, RatingSettings settings, DateTimeOffset at, CancellationToken ct)
    {
        if ((target.UnitId ?? observation.UnitId) == observation.UnitId && (await connection.RatingsOf([target.Id], ct)).GetValueOrDefault(target.Id) is { } kept)
            return kept.ToContract();
        if (await connection.Newest(target, observation.UnitId, ct) is not { } newest)
            return Rater.Of(target.ToDomain(), null, settings).ToContract(null, null);
        return (await connection.Compare(target, newest, settings, ct)).ToContract(newest.Id, at);
    }

    private static async Task<Rating> Compare(
        this NpgsqlConnection connection, TargetRow target, ObservationRow? observation, RatingSettings settings, CancellationToken ct)
    {
        var baselines = await connection.BaselinesOf([(target, observation)], ct);
        var ways = await connection.WaysOf([(target, observation)], ct);
        return Rater.Of(target.ToDomain(), observation?.Measured(baselines.GetValueOrDefault(target.Id)), settings.Rules, ways.GetValueOrDefault(target.Id));
    }

    /// <summary>Rates a plan's targets by what was observed before they demanded it.</summary>
    public static async Task RateTargetsOf(this Work work, Guid plan, RatingSettings settings)
    {
        foreach (var target in await work.Connection.QueryAsync<TargetRow>(work.Sql(SelectOfPlan, new { plan })))
            await work.Rate(target, settings);
    }

    private static Task Keep(Work work, TargetRow target, Rating rating, ObservationRow? observation, long version) => work.Connection.ExecuteAsync(work.Sql(Upsert, new
    {
        target = target.Id,
        version,
        observation = observation?.Id,
        period = observation?.ObservedPeriod.ToString(),
        verdict = rating.Verdict.Word(),
        rating.Rule,
        english = rating.Explanation.English,
        vietnamese = rating.Explanation.Vietnamese,
        rating.Satisfied,
        rating.PercentOfTarget,
        inputs = RatingInputs.Write(rating.Inputs),
        at = work.At,
    }));

    private static void Announce(Work work, TargetRow target, Standing standing, ObservationRow? observation, long version) => work.Announce(
        new TargetRated(
            target.Id, target.PlanId, observation?.Id, observation?.ObservedPeriod.ToString(), standing.Verdict.Word(), standing.Rule, standing.Rating.Satisfied),
        TargetService.TargetName.Of(target.Id),
        version);
}
