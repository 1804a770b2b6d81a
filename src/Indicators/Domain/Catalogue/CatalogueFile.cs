using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>The catalogue that comes with the service: indicators, and the dimensions by which they are taken apart.</summary>
/// <param name="Dimensions">By name, the categories with their Vietnamese names.</param>
/// <param name="Indicators">Each with a code of its own.</param>
public sealed record CatalogueFile(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Dimensions, IReadOnlyList<CatalogueEntry> Indicators)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <param name="json">Names of members in snake_case; nothing that is not known.</param>
    public static CatalogueFile Read(string json) => JsonSerializer.Deserialize<CatalogueFile>(json, Form)!;

    /// <summary>All that an entry says, as one text: another text is another entry.</summary>
    public string Fingerprint(CatalogueEntry entry) => JsonSerializer.Serialize(new { entry, parts = PartsOf(entry) }, Form);

    /// <summary>The indicator as it is when it comes into the catalogue.</summary>
    public Indicator Add(CatalogueEntry entry, Guid id, string actor, DateTimeOffset at) =>
        Take(entry, new() { Id = id, Code = entry.Code, Name = entry.Name, Measure = MeasureOf(entry), Theme = entry.Theme, Origin = Origin.Catalogue }, measured: false, actor, at);

    /// <summary>The indicator as the entry says it now. What gives observations their meaning stays once there are any.</summary>
    public Indicator Take(CatalogueEntry entry, Indicator before, bool measured, string actor, DateTimeOffset at) => before with
    {
        Name = entry.Name,
        NameEn = entry.NameEn,
        Measure = measured ? before.Measure : MeasureOf(entry),
        Direction = entry.Direction,
        Population = entry.Population,
        Least = entry.Least,
        Most = entry.Most,
        Theme = entry.Theme,
        Aliases = entry.Aliases,
        Dimensions = PartsOf(entry),
        References = [.. entry.References.Select(other => new Reference(other.Scheme, other.Edition, other.Code, other.Verified))],
        Definitions = entry.Definitions.Aggregate(before.Definitions, (versions, said) => Definition.Add(versions, VersionOf(said, actor, at))),
    };

    private static Measure MeasureOf(CatalogueEntry entry) => new(entry.Kind, entry.Unit, entry.Scale, entry.OverUnits, entry.OverTime);

    private IReadOnlyList<Category> PartsOf(CatalogueEntry entry) =>
        [.. entry.Dimensions.SelectMany(name => Dimensions[name].Select(category => new Category(name, category.Key, category.Value)))];

    private static Definition VersionOf(DefinitionEntry said, string actor, DateTimeOffset at) => new(
        1, said.ValidFrom, said.BreaksSeries, said.Text, said.Numerator, said.Denominator, said.SourceAgency, said.Frequency, said.LegalBasis,
        said.Verified, said.Reason, actor, at);
}
