using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Looks up what is demanded.</summary>
internal static class DemandQueries
{
    private const string Select = """
        select * from targets_in_force where indicator_id = @indicator and unit_id = @unit and ended_at is null
        order by year nulls last, plan_id, position
        """;

    private const string OfPlan = $"""
        select {IndicatorRow.Columns} from indicators i
        where i.id in (select indicator_id from targets_in_force where plan_id = @plan and ended_at is null and section <> 'vision')
        order by i.key
        """;

    /// <summary>Targets in force of an indicator and a unit, in order of years.</summary>
    public static async Task<IReadOnlyList<TargetRow>> TargetsFor(this NpgsqlConnection connection, Guid indicator, Guid unit, CancellationToken ct) =>
        (await connection.QueryAsync<TargetRow>(new(Select, new { indicator, unit }, cancellationToken: ct))).AsList();

    /// <summary>What the targets of a plan ask for, visions left out.</summary>
    public static async Task<IReadOnlyList<IndicatorRow>> IndicatorsOfPlan(this NpgsqlConnection connection, Guid plan, CancellationToken ct) =>
        (await connection.QueryAsync<IndicatorRow>(new(OfPlan, new { plan }, cancellationToken: ct))).AsList();

    /// <summary>The target that is drawn. Throws TARGET_NOT_FOUND, TARGET_ENDED, INDICATOR_REQUIRED.</summary>
    public static async Task<TargetRow> DrawnTarget(this NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        var row = await connection.QuerySingleOrDefaultAsync<TargetRow>(new("select * from targets_in_force where id = @id", new { id }, cancellationToken: ct));
        Check.Rule(new TargetsAreKnown(id, row is not null, "target"));
        Check.Rule(new OnlyTargetsInForceAreMeasured(id, row!.EndedAt is not null));
        Check.Rule(new DrawnTargetsHaveAnIndicator(row.IndicatorId is not null));
        return row;
    }
}
