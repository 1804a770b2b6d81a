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
    private const string SelectNewest = """
        select * from observations_seen where current and target_id = @Id
        order by period_end desc, period_months desc, recorded_at desc, id desc
        limit 1
        """;

    private const string Upsert = """
        insert into ratings (target_id, version, observation_id, period, verdict, rule, explanation, explanation_vi, satisfied, percent_of_target, rated_at)
        values (@target, @version, @observation, @period, @verdict, @Rule, @english, @vietnamese, @Satisfied, @PercentOfTarget, @at)
        on conflict (target_id) do update set version = excluded.version, observation_id = excluded.observation_id, period = excluded.period,
            verdict = excluded.verdict, rule = excluded.rule, explanation = excluded.explanation, explanation_vi = excluded.explanation_vi,
            satisfied = excluded.satisfied, percent_of_target = excluded.percent_of_target, rated_at = excluded.rated_at
        """;

    private const string SelectRated = """
        select t.* from targets_in_force t join ratings r on r.target_id = t.id
        where t.plan_id = @plan and t.ended_at is null
        order by t.position
        """;

    /// <summary>Ratings by target; a target that nobody has observed has none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, RatingRow>> RatingsOf(this NpgsqlConnection connection, IEnumerable<Guid> targets, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<RatingRow>(
            new("select * from ratings where target_id = any(@targets)", new { targets = targets.ToArray() }, cancellationToken: ct));
        return rows.ToDictionary(row => row.TargetId);
    }

    /// <summary>
    /// Rates the target by the newest observation of the latest period, keeps the rating and announces it when the target stands
    /// otherwise than before. Hold the target's row.
    /// </summary>
    public static async Task<V1.Rating> Rate(this Work work, TargetRow target, RatingSettings settings)
    {
        var observation = await work.Connection.QuerySingleAsync<ObservationRow>(work.Sql(SelectNewest, new { target.Id }));
        var baselines = await work.Connection.BaselinesOf([(target, observation)], work.Cancellation);
        var rating = Rater.Of(target.ToDomain(), observation.Measured(baselines.GetValueOrDefault(target.Id)), settings);

        var before = (await work.Connection.RatingsOf([target.Id], work.Cancellation)).GetValueOrDefault(target.Id);
        if (before?.ToDomain() == rating && before.ObservationId == observation.Id)
            return before.ToContract();

        var otherwise = (before?.Verdict, before?.Rule, before?.Satisfied, before?.Period) != (rating.Verdict.Word(), rating.Rule, rating.Satisfied, observation.Period);
        var version = (before?.Version ?? 0) + (otherwise ? 1 : 0);
        await Keep(work, rating, observation, version);
        if (otherwise)
            Announce(work, rating, observation, version);
        return (await work.Connection.RatingsOf([target.Id], work.Cancellation))[target.Id].ToContract();
    }

    /// <summary>Rates what was observed of a plan's targets again: they demand something else now.</summary>
    public static async Task RateAgain(this Work work, Guid plan, RatingSettings settings)
    {
        foreach (var target in await work.Connection.QueryAsync<TargetRow>(work.Sql(SelectRated, new { plan })))
            await work.Rate(target, settings);
    }

    private static Task Keep(Work work, Rating rating, ObservationRow observation, long version) => work.Connection.ExecuteAsync(work.Sql(Upsert, new
    {
        target = observation.TargetId,
        version,
        observation = observation.Id,
        period = observation.Period,
        verdict = rating.Verdict.Word(),
        rating.Rule,
        english = rating.Explanation.English,
        vietnamese = rating.Explanation.Vietnamese,
        rating.Satisfied,
        rating.PercentOfTarget,
        at = work.At,
    }));

    private static void Announce(Work work, Rating rating, ObservationRow observation, long version) => work.Announce(
        new TargetRated(
            observation.TargetId, observation.PlanId, observation.Id, observation.Period, rating.Verdict.Word(), rating.Rule, rating.Satisfied),
        TargetService.TargetName.Of(observation.TargetId),
        version);
}
