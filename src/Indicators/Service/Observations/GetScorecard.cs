using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Ratings;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Observations;

internal sealed partial class ObservationService
{
    private const string SelectTargets = "select * from targets_in_force where plan_id = @plan and ended_at is null order by position";

    private const string SelectNewest = """
        select distinct on (o.target_id, o.period) o.*
        from observations_seen o join targets_in_force t on t.id = o.target_id and t.ended_at is null
        where o.plan_id = @plan and o.current and o.period = any(@periods) and (@agency::uuid is null or o.agency_id = @agency)
        order by o.target_id, o.period, o.recorded_at desc, o.id desc
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
            var targets = (await connection.QueryAsync<TargetRow>(new(SelectTargets, new { plan }, cancellationToken: ct))).AsList();
            var periods = new[] { $"{period}", $"{period.YearBefore}" };
            var newest = (await connection.QueryAsync<ObservationRow>(
                    new(SelectNewest, new { plan, periods, agency = agency?.Id }, cancellationToken: ct)))
                .ToDictionary(row => (row.TargetId, row.Period));
            var now = targets.ToDictionary(target => target.Id, target => newest.GetValueOrDefault((target.Id, periods[0])));
            var baselines = await connection.BaselinesOf([.. targets.Select(target => (target, now[target.Id]))], ct);
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
                        Observation = now[target.Id]?.ToContract(),
                        YearBefore = newest.GetValueOrDefault((target.Id, periods[1]))?.ToContract(),
                        Rating = Rated(target, now[target.Id], baselines.GetValueOrDefault(target.Id)),
                    }),
                },
            };
        });
    }

    private V1.Rating Rated(TargetRow target, ObservationRow? observation, Level? baseline) =>
        Rater.Of(target.ToDomain(), observation?.Measured(baseline), settings).ToContract(observation?.Id, observation is null ? null : clock.GetUtcNow());
}
