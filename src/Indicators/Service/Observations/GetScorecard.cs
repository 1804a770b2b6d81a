using Dapper;
using Grpc.Core;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    private const string SelectTargets = "select * from targets_in_force where plan_id = @plan and ended_at is null order by position";

    // Of a plan whose unit is not known, whichever unit gave a value last.
    private const string SelectValues = """
        select t.id, o.*
        from targets_in_force t
        join indicators i on i.id = t.indicator_id
        left join measured_units u on u.unit_id = coalesce(@unit, t.unit_id)
        join unnest(@years, @periods) as asked (year, period) on true
        join lateral (
            select distinct on (c.estimate) c.* from current_observations c
            where c.year = asked.year and c.indicator = i.key and c.period = asked.period and c.part = 0
                and (u.key is null or c.unit = u.key) and (@agency::uuid is null or c.agency_id = @agency)
            order by c.estimate, c.batch desc
        ) o on true
        where t.plan_id = @plan and t.ended_at is null
        """;

    [AllowedToAnyCaller]
    public override Task<V1.Scorecard> GetScorecard(V1.GetScorecardRequest request, ServerCallContext call)
    {
        var plan = TargetService.PlanName.Parse(request.Plan, "plan");
        var period = GivenObservation.PeriodOf(request.Period, "period");

        return requests.Read(call, async connection =>
        {
            var ct = call.CancellationToken;
            var agency = request.Agency.Length == 0 ? null : await connection.RequireAgency(request.Agency, "agency", ct);
            var unit = request.Unit.Length == 0 ? agency?.UnitId : (await connection.RequireUnit(request.Unit, "unit", ct)).Id;
            var targets = (await connection.QueryAsync<TargetRow>(new(SelectTargets, new { plan }, cancellationToken: ct))).AsList();
            var values = await ValuesOf(connection, plan, period, unit, agency?.Id, ct);
            var shown = targets.ToDictionary(target => target.Id, target => values.Of(target.Id, period));
            var baselines = await connection.BaselinesOf(targets.Select(target => (target, shown[target.Id])), ct);
            var ways = await connection.WaysOf(targets.Select(target => (target, shown[target.Id])), ct);
            var standing = await connection.RatingsOf(targets.Select(target => target.Id), ct);
            return new V1.Scorecard
            {
                Plan = request.Plan,
                Period = request.Period,
                Rows =
                {
                    targets.Select(target => new V1.Scorecard.Types.Row
                    {
                        Target = target.ToContract(standing.Standing(target, settings)),
                        Observation = shown[target.Id]?.ToContract(target),
                        Estimate = values.Get(target.Id, period, estimate: true)?.ToContract(target),
                        YearBefore = values.Of(target.Id, period.YearBefore)?.ToContract(target),
                        Rating = Rated(target, period, shown[target.Id], baselines.GetValueOrDefault(target.Id), ways.GetValueOrDefault(target.Id)),
                    }),
                },
            };
        });
    }

    private static async Task<TableValues> ValuesOf(
        NpgsqlConnection connection, Guid plan, ObservedPeriod period, Guid? unit, Guid? agency, CancellationToken ct)
    {
        ObservedPeriod[] asked = [period, period.YearBefore];
        var rows = await connection.QueryAsync<Guid, ObservationRow, (Guid Target, ObservationRow Row)>(
            new CommandDefinition(
                SelectValues,
                new { plan, unit, agency, years = asked.Select(one => one.Year).ToArray(), periods = asked.Select(one => one.Number).ToArray() },
                cancellationToken: ct),
            (target, row) => (target, row),
            splitOn: "batch");
        return new(rows.ToDictionary(found => (found.Target, found.Row.ObservedPeriod, found.Row.Estimate), found => found.Row));
    }

    private V1.Rating Rated(TargetRow target, ObservedPeriod period, ObservationRow? observation, Level? baseline, Waypoints? way) => Rater
        .Of(target.ToDomain(), observation is { ObservedPeriod.Months: > 0 } ? observation.Measured(baseline) : null, settings.Rules, way, period.Reporting)
        .ToContract(observation?.Id, observation is null ? null : clock.GetUtcNow());

    /// <summary>What the table shows: what was done, else what is expected.</summary>
    private sealed class TableValues(Dictionary<(Guid Target, ObservedPeriod Period, bool Estimate), ObservationRow> rows)
    {
        public ObservationRow? Of(Guid target, ObservedPeriod period) => Get(target, period, estimate: false) ?? Get(target, period, estimate: true);

        public ObservationRow? Get(Guid target, ObservedPeriod period, bool estimate) => rows.GetValueOrDefault((target, period, estimate));
    }
}
