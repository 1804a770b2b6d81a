using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Allocations;

namespace SocialPolicy.Indicators.Service.Targets.Allocations;

/// <summary>What a target demands, for breaking it down.</summary>
internal sealed class DemandRow
{
    public Guid Id { get; init; }
    public Guid? UnitId { get; init; }
    public string? Comparator { get; init; }
    public string Section { get; init; } = "";
    public decimal? Value { get; init; }
    public bool PerYear { get; init; }
    public int? Year { get; init; }
    public string? OverUnits { get; init; }
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }
}

/// <summary>A share with its unit as it is shown.</summary>
internal sealed record ShareRow(short Year, Guid UnitId, string Code, string Name, decimal Value);

/// <summary>Looks up, and keeps, how targets are broken down.</summary>
internal static class AllocationQueries
{
    private const string SelectDemand = """
        select t.id, t.unit_id, t.comparator, t.section, t.value, t.per_year, t.year, i.over_units, i.least, i.most
        from targets_in_force t left join indicators i on i.id = t.indicator_id where t.id = @target
        """;

    // What the plan demands of other years of the same, where it demands one thing of a year.
    private const string SelectYears = """
        select other.year, min(other.value) from targets_in_force t
        join targets_in_force other on other.plan_id = t.plan_id and other.indicator_id = t.indicator_id and other.ended_at is null
            and other.section = t.section and other.comparator = t.comparator and other.per_year = t.per_year and other.unit is not distinct from t.unit
            and other.population is not distinct from t.population and other.geography is not distinct from t.geography
        where t.id = @target and other.year is not null and other.value is not null
        group by other.year having count(distinct other.value) = 1
        """;

    private const string SelectShares = """
        select s.year, s.unit_id, coalesce(d.codes[1], 'units/' || s.unit_id) as code, coalesce(d.name, '') as name, s.value
        from current_target_shares s left join directory_units d on d.id = s.unit_id
        where s.target_id = @target order by s.year, code
        """;

    private const string SelectLevels = "select id, level from directory_units where id = any(@units)";

    private const string SelectVersion = "select coalesce(max(version), 0) from target_allocations where target_id = @target";

    private const string InsertAct = """
        insert into target_allocations (id, target_id, version, reason, actor, allocated_at) values (@id, @target, @version, @reason, @Subject, @At);
        insert into target_shares (allocation_id, year, unit_id, value) select @id, * from unnest(@years, @units, @values);
        """;

    /// <summary>What the target demands, of which years.</summary>
    public static async Task<(DemandRow Row, AllocatedTarget Target)> DemandOf(this NpgsqlConnection connection, Guid target, CancellationToken ct)
    {
        var row = await connection.QuerySingleAsync<DemandRow>(new(SelectDemand, new { target }, cancellationToken: ct));
        var years = await connection.QueryAsync<(int Year, decimal Value)>(new(SelectYears, new { target }, cancellationToken: ct));
        return (row, new(
            target, row.Comparator, row.Section == "vision", row.OverUnits == "sum", new(row.Least, row.Most),
            row.PerYear || row.Year is null ? row.Value : null, years.ToDictionary(year => year.Year, year => year.Value)));
    }

    /// <summary>The shares that count now.</summary>
    public static async Task<IReadOnlyList<ShareRow>> SharesOf(this NpgsqlConnection connection, Guid target, CancellationToken ct) =>
        (await connection.QueryAsync<ShareRow>(new(SelectShares, new { target }, cancellationToken: ct))).AsList();

    /// <summary>How often it was broken down.</summary>
    public static Task<long> AllocationVersion(this NpgsqlConnection connection, Guid target, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long>(new(SelectVersion, new { target }, cancellationToken: ct));

    /// <summary>The levels of units.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> LevelsOf(this NpgsqlConnection connection, IEnumerable<Guid> units, CancellationToken ct) =>
        (await connection.QueryAsync<(Guid Id, string Level)>(new(SelectLevels, new { units = units.ToArray() }, cancellationToken: ct))).ToDictionary(unit => unit.Id, unit => unit.Level);

    public static Task KeepShares(this Work work, Guid target, long version, string reason, IReadOnlyList<Share> shares) => work.Connection.ExecuteAsync(work.Sql(InsertAct, new
    {
        id = Guid.CreateVersion7(work.At),
        target,
        version,
        reason,
        work.Caller.Subject,
        work.At,
        years = shares.Select(share => (short)share.Year).ToArray(),
        units = shares.Select(share => share.Unit).ToArray(),
        values = shares.Select(share => share.Value).ToArray(),
    }));
}
