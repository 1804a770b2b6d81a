using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Catalogue;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>What the indicators and units that values name are. What is there is remembered; of what is not there could be any number.</summary>
/// <param name="agencyUnit">The unit of the agency that gives the values.</param>
internal sealed class MeasuredNames(Guid agencyUnit)
{
    private const string SelectIndicators = """
        select key, id, code, name, kind = 'judgement' as is_judgement, scale, least, most from indicators where id = any(@ids) or code = any(@codes)
        """;

    private const string SelectUnits = """
        select m.key, d.id, d.codes, d.name, d.valid_from, d.valid_to,
            coalesce(h.codes, '{}') as heir_codes, coalesce(h.names, '{}') as heir_names,
            d.id = @agencyUnit or exists (select from directory_units c where c.id = @agencyUnit and c.level = 'country')
                or exists (select from unit_areas a join measured_units own on own.key = a.area where a.unit = m.key and own.unit_id = @agencyUnit) as within
        from directory_units d join measured_units m on m.unit_id = d.id
        left join lateral (
            select array_agg(heir.codes[1] order by heir.id) as codes, array_agg(heir.name order by heir.id) as names
            from directory_units heir where heir.id = any(d.succeeded_by)) h on true
        where d.id = any(@ids) or d.codes && @codes
        """;

    private readonly Dictionary<string, MeasuredIndicator> indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MeasuredUnit> units = new(StringComparer.Ordinal);

    /// <summary>Looks up what of these is not known yet. What has no well-formed name is not known.</summary>
    public async Task Learn(NpgsqlConnection connection, IReadOnlyCollection<string> indicatorNames, IReadOnlyCollection<string> unitNames, CancellationToken ct)
    {
        var newIndicators = indicatorNames.Where(name => !indicators.ContainsKey(name)).ToHashSet(StringComparer.Ordinal);
        if (newIndicators.Count > 0)
            await LearnIndicators(connection, newIndicators, ct);
        var newUnits = unitNames.Where(name => !units.ContainsKey(name)).ToHashSet(StringComparer.Ordinal);
        if (newUnits.Count > 0)
            await LearnUnits(connection, newUnits, ct);
    }

    /// <summary>Null when the catalogue has none of that name.</summary>
    public MeasuredIndicator? Indicator(string name) => indicators.GetValueOrDefault(name);

    /// <summary>Null when the directory has none of that name; an empty name is the agency's own.</summary>
    public MeasuredUnit? Unit(string name) => units.GetValueOrDefault(name);

    /// <summary>Throws NAME_MALFORMED, INDICATOR_NOT_FOUND.</summary>
    public MeasuredIndicator RequireIndicator(string name, string field)
    {
        if (Indicator(name) is { } known)
            return known;
        if (!name.StartsWith(IndicatorService.Scheme, StringComparison.Ordinal))
            IndicatorService.IndicatorName.Parse(name, field);
        throw new RuleBroken([new IndicatorsAreKnown(name, field, false)]);
    }

    /// <summary>Throws NAME_MALFORMED, UNIT_NOT_FOUND.</summary>
    public MeasuredUnit RequireUnit(string name, string field)
    {
        if (Unit(name) is { } known)
            return known;
        if (name.Length > 0 && !UnitNames.IsCode(name))
            UnitNames.Pattern.Parse(name, field);
        throw new RuleBroken([new UnitsAreKnown(name.Length > 0 ? name : UnitNames.Pattern.Of(agencyUnit), field, false)]);
    }

    private async Task LearnIndicators(NpgsqlConnection connection, HashSet<string> names, CancellationToken ct)
    {
        var ids = names.Select(name => IdIn("indicators/", name)).OfType<Guid>().ToArray();
        var codes = names.Where(name => name.StartsWith(IndicatorService.Scheme, StringComparison.Ordinal)).Select(name => name[IndicatorService.Scheme.Length..]).ToArray();
        var rows = (await connection.QueryAsync<IndicatorRow>(new(SelectIndicators, new { ids, codes }, cancellationToken: ct))).AsList();
        foreach (var row in rows)
        {
            var indicator = new MeasuredIndicator(row.Key, row.Id, row.Name, row.IsJudgement, row.Scale, new(row.Least, row.Most));
            foreach (var name in new[] { IndicatorService.IndicatorName.Of(row.Id), IndicatorService.Scheme + row.Code }.Where(names.Contains))
                indicators[name] = indicator;
        }
    }

    private async Task LearnUnits(NpgsqlConnection connection, HashSet<string> names, CancellationToken ct)
    {
        var ids = names.Select(name => name.Length == 0 ? agencyUnit : IdIn("units/", name)).OfType<Guid>().ToArray();
        var codes = names.Where(UnitNames.IsCode).ToArray();
        var rows = (await connection.QueryAsync<MeasuredUnit>(new(SelectUnits, new { ids, codes, agencyUnit }, cancellationToken: ct))).AsList();
        foreach (var row in rows)
        {
            string[] called = [UnitNames.Pattern.Of(row.Id), .. row.Codes, .. row.Id == agencyUnit ? new[] { "" } : []];
            foreach (var name in called.Where(names.Contains))
                units[name] = row;
        }
    }

    private static Guid? IdIn(string collection, string name) =>
        name.StartsWith(collection, StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(collection.Length), "D", out var id) ? id : null;

    private sealed record IndicatorRow(int Key, Guid Id, string Code, string Name, bool IsJudgement, decimal? Scale, decimal? Least, decimal? Most);
}
