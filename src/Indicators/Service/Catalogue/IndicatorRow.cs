using System.Text.Json;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>A row of indicators with what hangs on it, lists as JSON.</summary>
internal sealed class IndicatorRow
{
    /// <summary>What is selected of indicators i.</summary>
    public const string Columns = """
        i.id, i.key, i.version, i.code, i.name, i.name_en, i.unit, i.kind, i.scale, i.direction, i.population, i.over_units, i.over_time,
        i.least, i.most, i.theme, i.origin, i.curated_at, i.seed_hash, i.retired_at, i.created_at, i.updated_at,
        (select json_agg(json_build_object('name', a.alias, 'population', a.population, 'geography', a.geography) order by a.position)
            from indicator_aliases a where a.indicator = i.key)::text as aliases,
        (select json_agg(json_build_object('dimension', d.dimension, 'code', d.category, 'name', d.name) order by d.position)
            from indicator_dimensions d where d.indicator = i.key)::text as dimensions,
        (select json_agg(json_build_object('scheme', r.scheme, 'edition', r.edition, 'code', r.code, 'verified', r.verified) order by r.scheme, r.edition, r.code)
            from indicator_references r where r.indicator = i.key)::text as "references",
        (select json_agg(to_jsonb(v) - 'indicator' order by v.number) from indicator_definitions v where v.indicator = i.key)::text as definitions
        """;

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public Guid Id { get; init; }
    public int Key { get; init; }
    public long Version { get; init; }
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Kind { get; init; } = "";
    public decimal? Scale { get; init; }
    public string? Direction { get; init; }
    public string Population { get; init; } = "";
    public string OverUnits { get; init; } = "";
    public string OverTime { get; init; } = "";
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }
    public string Theme { get; init; } = "";
    public string Origin { get; init; } = "";
    public DateTimeOffset? CuratedAt { get; init; }
    public byte[]? SeedHash { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string? Aliases { get; init; }
    public string? Dimensions { get; init; }
    public string? References { get; init; }
    public string? Definitions { get; init; }

    public Indicator ToDomain() => new()
    {
        Id = Id,
        Version = Version,
        Code = Code,
        Name = Name,
        NameEn = NameEn,
        Measure = new(Words.Read<IndicatorKind>(Kind), Unit, Scale, Words.Read<OverUnits>(OverUnits), Words.Read<OverTime>(OverTime)),
        Direction = Direction is { } way ? Words.Read<Tendency>(way) : null,
        Population = Population,
        Least = Least,
        Most = Most,
        Theme = Theme,
        Origin = Words.Read<Origin>(Origin),
        Seed = SeedHash is { } hash ? Convert.ToBase64String(hash) : null,
        CuratedAt = CuratedAt,
        RetiredAt = RetiredAt,
        Aliases = Read<Alias>(Aliases),
        Dimensions = Read<Category>(Dimensions),
        References = Read<Reference>(References),
        Definitions = Read<Definition>(Definitions),
    };

    private static IReadOnlyList<T> Read<T>(string? rows) => rows is null ? [] : JsonSerializer.Deserialize<List<T>>(rows, Form)!;
}
