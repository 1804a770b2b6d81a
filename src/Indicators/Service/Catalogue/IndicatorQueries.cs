using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>Looks indicators up.</summary>
internal static class IndicatorQueries
{
    private const string ById = $"select {IndicatorRow.Columns} from indicators i where i.id = @id";
    private const string ByCode = $"select {IndicatorRow.Columns} from indicators i where i.code = @code";

    // What came first is asked first, so that the same words always find the same.
    private const string ByName = $"""
        select {IndicatorRow.Columns} from indicators i
        where i.retired_at is null and (i.folded = any(@names) or i.key in (select a.indicator from indicator_aliases a where a.folded = any(@names)))
        order by i.key
        """;

    private const string CodesLike = "select code from indicators where code = any(@codes) or regexp_replace(code, '_[0-9]+$', '') = any(@codes)";

    private const string Observed = """
        select exists (select from observations where indicator = (select key from indicators where id = @id))
        """;

    /// <summary>The indicator that a request names. Throws INDICATOR_NOT_FOUND, NAME_MALFORMED.</summary>
    public static async Task<IndicatorRow> RequireIndicator(this NpgsqlConnection connection, string name, string field, CancellationToken ct)
    {
        var (sql, key) = Named(name, field);
        var found = await connection.QuerySingleOrDefaultAsync<IndicatorRow>(new(sql, key, cancellationToken: ct));
        Check.Rule(new IndicatorsAreKnown(name, field, found is not null));
        return found!;
    }

    /// <summary>The same, held against other commands until this one ends.</summary>
    public static async Task<IndicatorRow> HoldIndicator(this Work work, string name, string field)
    {
        var (sql, key) = Named(name, field);
        var found = await work.Hold<IndicatorRow>($"{sql} for update of i", key);
        Check.Rule(new IndicatorsAreKnown(name, field, found is not null));
        return found!;
    }

    /// <summary>Those of one of the names, in the order in which they came.</summary>
    /// <param name="work">What asks.</param>
    /// <param name="names">Of <see cref="IndicatorWords"/>.</param>
    public static async Task<IReadOnlyList<Indicator>> IndicatorsNamed(this Work work, IEnumerable<string> names) =>
        [.. (await work.Connection.QueryAsync<IndicatorRow>(work.Sql(ByName, new { names = names.Distinct().ToArray() }))).Select(row => row.ToDomain())];

    /// <summary>Which of the codes, numbered or not, are taken.</summary>
    public static async Task<IReadOnlySet<string>> CodesTaken(this Work work, IEnumerable<string> codes) =>
        (await work.Connection.QueryAsync<string>(work.Sql(CodesLike, new { codes = codes.Distinct().ToArray() }))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether anything was observed of it.</summary>
    public static Task<bool> IsMeasured(this Work work, Guid indicator) =>
        work.Connection.ExecuteScalarAsync<bool>(work.Sql(Observed, new { id = indicator }));

    private static (string Sql, object Key) Named(string name, string field) => name.StartsWith(IndicatorService.Scheme, StringComparison.Ordinal)
        ? (ByCode, new { code = name[IndicatorService.Scheme.Length..] })
        : (ById, new { id = IndicatorService.IndicatorName.Parse(name, field) });
}
