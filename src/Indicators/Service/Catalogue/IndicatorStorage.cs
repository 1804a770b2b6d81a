using System.Text.Json;
using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>Keeps indicators: all of an act in one statement after another, however many they are.</summary>
internal static class IndicatorStorage
{
    // Codes and names are given by one act at a time.
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('catalogue of indicators', 0))";

    private const string SaveRows = """
        insert into indicators (id, version, code, name, name_en, unit, kind, scale, direction, population, over_units, over_time, least, most,
            theme, origin, curated_at, seed_hash, retired_at, created_at, updated_at, folded, bare)
        select id, version, code, name, name_en, unit, kind, scale, direction, population, over_units, over_time, least, most,
            theme, origin, curated_at, decode(seed, 'base64'), retired_at, @at, @at, folded, bare
        from jsonb_to_recordset(@rows::jsonb) as r (place int, id uuid, version bigint, code text, name text, name_en text, unit text, kind text, scale numeric,
            direction text, population text, over_units text, over_time text, least numeric, most numeric, theme text, origin text,
            curated_at timestamptz, seed text, retired_at timestamptz, folded text, bare text)
        order by place
        on conflict (id) do update set version = excluded.version, name = excluded.name, name_en = excluded.name_en, unit = excluded.unit,
            kind = excluded.kind, scale = excluded.scale, direction = excluded.direction, population = excluded.population,
            over_units = excluded.over_units, over_time = excluded.over_time, least = excluded.least, most = excluded.most,
            theme = excluded.theme, curated_at = excluded.curated_at, seed_hash = excluded.seed_hash,
            retired_at = excluded.retired_at, updated_at = excluded.updated_at, folded = excluded.folded, bare = excluded.bare
        """;

    private const string SaveAliases = """
        delete from indicator_aliases where indicator in (select key from indicators where id = any(@ids));
        insert into indicator_aliases (indicator, position, alias, population, geography, folded, bare)
        select i.key, a.position, a.name, a.population, a.geography, a.folded, a.bare
        from jsonb_to_recordset(@aliases::jsonb) as a (id uuid, position int, name text, population text, geography text, folded text, bare text)
        join indicators i using (id)
        """;

    private const string SaveParts = """
        delete from indicator_dimensions where indicator in (select key from indicators where id = any(@ids));
        insert into indicator_dimensions (indicator, dimension, category, position, name)
        select i.key, d.dimension, d.code, d.position, d.name
        from jsonb_to_recordset(@parts::jsonb) as d (id uuid, position int, dimension text, code text, name text) join indicators i using (id);

        delete from indicator_references where indicator in (select key from indicators where id = any(@ids));
        insert into indicator_references (indicator, scheme, edition, code, verified)
        select i.key, r.scheme, r.edition, r.code, r.verified
        from jsonb_to_recordset(@references::jsonb) as r (id uuid, scheme text, edition text, code text, verified bool) join indicators i using (id)
        """;

    // Versions are history: those there are stay as they are.
    private const string SaveDefinitions = """
        insert into indicator_definitions (indicator, number, valid_from, breaks_series, text, numerator, denominator, source_agency, frequency,
            legal_basis, verified, reason, actor, defined_at)
        select i.key, v.number, v.valid_from, v.breaks_series, v.text, v.numerator, v.denominator, v.source_agency, v.frequency,
            v.legal_basis, v.verified, v.reason, v.actor, v.defined_at
        from jsonb_to_recordset(@definitions::jsonb) as v (id uuid, number int, valid_from date, breaks_series bool, text text, numerator text,
            denominator text, source_agency text, frequency text, legal_basis text, verified bool, reason text, actor text, defined_at timestamptz)
        join indicators i using (id)
        on conflict (indicator, number) do nothing
        """;

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Keeps others from changing the catalogue until this work ends.</summary>
    public static Task HoldCatalogue(this Work work) => work.Connection.ExecuteAsync(work.Sql(Lock));

    /// <summary>Adds indicators, or brings those there are up to date.</summary>
    /// <param name="work">The command; it holds the catalogue.</param>
    /// <param name="indicators">As they are to be, their versions new.</param>
    public static async Task Save(this Work work, IReadOnlyList<Indicator> indicators)
    {
        if (indicators.Count == 0)
            return;
        var ids = indicators.Select(indicator => indicator.Id).ToArray();
        await work.Connection.ExecuteAsync(work.Sql(SaveRows, new { at = work.At, rows = Json(indicators.Select(Row)) }));
        await work.Connection.ExecuteAsync(work.Sql(SaveAliases, new { ids, aliases = Json(indicators.SelectMany(AliasRows)) }));
        await work.Connection.ExecuteAsync(work.Sql(SaveParts, new { ids, parts = Json(indicators.SelectMany(PartRows)), references = Json(indicators.SelectMany(ReferenceRows)) }));
        await work.Connection.ExecuteAsync(work.Sql(SaveDefinitions, new { definitions = Json(indicators.SelectMany(VersionRows)) }));
    }

    private static object Row(Indicator of, int place) => new
    {
        place,
        of.Id,
        of.Version,
        of.Code,
        of.Name,
        of.NameEn,
        of.Measure.Unit,
        Kind = Words.Of(of.Measure.Kind),
        of.Measure.Scale,
        Direction = Words.OfAny(of.Direction),
        of.Population,
        OverUnits = Words.Of(of.Measure.OverUnits),
        OverTime = Words.Of(of.Measure.OverTime),
        of.Least,
        of.Most,
        of.Theme,
        Origin = Words.Of(of.Origin),
        of.CuratedAt,
        of.Seed,
        of.RetiredAt,
        Folded = IndicatorWords.Of(of.Name),
        Bare = Bare($"{of.Name} {of.NameEn} {of.Code}"),
    };

    private static IEnumerable<object> AliasRows(Indicator of) => of.Aliases.Select((alias, at) => new
    {
        of.Id, Position = at + 1, alias.Name, alias.Population, alias.Geography, Folded = IndicatorWords.Of(alias.Name), Bare = Bare(alias.Name),
    });

    private static IEnumerable<object> PartRows(Indicator of) => of.Dimensions.Select((part, at) => new { of.Id, Position = at + 1, part.Dimension, part.Code, part.Name });

    private static IEnumerable<object> ReferenceRows(Indicator of) => of.References.Select(other => new { of.Id, other.Scheme, other.Edition, other.Code, other.Verified });

    private static IEnumerable<object> VersionRows(Indicator of) => of.Definitions.Select(version => new
    {
        of.Id, version.Number, version.ValidFrom, version.BreaksSeries, version.Text, version.Numerator, version.Denominator, version.SourceAgency,
        version.Frequency, version.LegalBasis, version.Verified, version.Reason, version.Actor, version.DefinedAt,
    });

    private static string Bare(string name) => Diacritics.Without(TextFolding.Fold(name));

    private static string Json(IEnumerable<object> rows) => JsonSerializer.Serialize(rows, Form);
}
