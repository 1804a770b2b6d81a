using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>What recording loads and keeps.</summary>
internal static class ObservationStorage
{
    private const string SelectCurrent = """
        select * from observations_seen where current and target_id = @target and agency_id = @agency and period = @period
        """;

    private const string InsertAsCurrent = """
        insert into observations (id, batch_id, target_id, plan_id, agency_id, period, period_end, period_months,
            value, achieved, estimate, source, note, revision, actor, recorded_at)
        values (@Id, @batch, @TargetId, @plan, @AgencyId, @period, @end, @months,
            @Value, @Achieved, @Estimate, @Source, @Note, @Revision, @actor, @at);

        insert into current_observations (target_id, agency_id, period, observation_id) values (@TargetId, @AgencyId, @period, @Id)
        on conflict (target_id, agency_id, period) do update set observation_id = excluded.observation_id;
        """;

    /// <summary>What the agency said of the period last.</summary>
    public static async Task<Observation?> CurrentObservation(this Work work, Guid target, Guid agency, ReportingPeriod period)
    {
        var row = await work.Connection.QuerySingleOrDefaultAsync<ObservationRow>(
            work.Sql(SelectCurrent, new { target, agency, period = period.ToString() }));
        return row?.ToDomain();
    }

    public static Task Insert(this Work work, Observation observation, Guid plan, Guid batch)
    {
        var columns = new DynamicParameters(observation.Measurement);
        columns.AddDynamicParams(new
        {
            observation.Id,
            observation.TargetId,
            observation.AgencyId,
            observation.Revision,
            batch,
            plan,
            period = observation.Period.ToString(),
            end = observation.Period.LastDay,
            months = Months(observation.Period.Kind),
            actor = work.Caller.Subject,
            at = work.At,
        });
        return work.Connection.ExecuteAsync(work.Sql(InsertAsCurrent, columns));
    }

    public static async Task<V1.Observation> Show(this Work work, Guid id) =>
        (await work.Connection.QuerySingleAsync<ObservationRow>(work.Sql("select * from observations_seen where id = @id", new { id }))).ToContract();

    private static int Months(PeriodKind kind) => kind switch
    {
        PeriodKind.Year => 12,
        PeriodKind.Half => 6,
        PeriodKind.Quarter => 3,
        _ => 1,
    };
}
