using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>All that must hold of an indicator that a person describes.</summary>
public static class IndicatorRules
{
    private const int LongestName = 500;
    private const int LongestUnit = 50;
    private const int MostAliases = 50;
    private const int MostDimensions = 10;
    private const int MostCategories = 100;
    private const int MostReferences = 20;

    public static IEnumerable<IRule> For(Indicator given) =>
    [
        new FieldsAreFilled("indicator.code", given.Code.Length > 0),
        new IndicatorCodesAreWords(given.Code),
        .. ForNames(given),
        new FieldsAreFilled("indicator.unit", given.Measure.Kind is IndicatorKind.Judgement || given.Measure.Unit.Length > 0),
        new TextsFitTheirField("indicator.unit", given.Measure.Unit.Length, LongestUnit),
        new JudgementsAreNoNumbers(given.Measure, given.Least is not null || given.Most is not null),
        new WeightsAreDenominators(given.Measure),
        new ScalesArePositive(given.Measure.Scale),
        new RangesOfValuesRunUpwards(given.Least, given.Most),
        new CatalogueWordsAreWords("indicator.theme", given.Theme),
        .. ForParts(given),
    ];

    private static IEnumerable<IRule> ForNames(Indicator given) =>
    [
        new FieldsAreFilled("indicator.display_name", given.Name.Length > 0),
        new TextsFitTheirField("indicator.display_name", given.Name.Length, LongestName),
        new TextsFitTheirField("indicator.display_name_en", given.NameEn.Length, LongestName),
        new TextsFitTheirField("indicator.population", given.Population.Length, LongestName),
        new ListsOfAnIndicatorAreShort("indicator.aliases", given.Aliases.Count, MostAliases),
        new PartsAreNamedOnce("indicator.aliases", Twice(given.Aliases.Select(alias => $"{alias.Name} {alias.Population} {alias.Geography}".Trim()))),
        .. given.Aliases.SelectMany((alias, at) => ForAlias($"indicator.aliases[{at}]", alias)),
    ];

    private static IEnumerable<IRule> ForAlias(string path, Alias alias) =>
    [
        new FieldsAreFilled($"{path}.display_name", alias.Name.Length > 0),
        new TextsFitTheirField($"{path}.display_name", alias.Name.Length, LongestName),
        new TextsFitTheirField($"{path}.population", alias.Population?.Length ?? 0, LongestName),
        new TextsFitTheirField($"{path}.geography", alias.Geography?.Length ?? 0, LongestName),
    ];

    private static IEnumerable<IRule> ForParts(Indicator given) =>
    [
        new ListsOfAnIndicatorAreShort("indicator.dimensions", given.Dimensions.Select(part => part.Dimension).Distinct().Count(), MostDimensions),
        new ListsOfAnIndicatorAreShort("indicator.dimensions.categories", given.Dimensions.Count, MostCategories),
        new PartsAreNamedOnce("indicator.dimensions", Twice(given.Dimensions.Select(part => $"{part.Dimension}: {part.Code}"))),
        .. given.Dimensions.Select(part => new CatalogueWordsAreWords("indicator.dimensions.code", part.Dimension)).Distinct(),
        .. given.Dimensions.Select(part => new CatalogueWordsAreWords("indicator.dimensions.categories.code", part.Code)),
        .. given.Dimensions.Select(part => new FieldsAreFilled("indicator.dimensions.categories.display_name", part.Name.Length > 0)),
        .. given.Dimensions.Select(part => new TextsFitTheirField("indicator.dimensions.categories.display_name", part.Name.Length, LongestName)),
        new ListsOfAnIndicatorAreShort("indicator.references", given.References.Count, MostReferences),
        new PartsAreNamedOnce("indicator.references", Twice(given.References.Select(other => $"{other.Scheme} {other.Edition} {other.Code}"))),
        .. given.References.Select(other => new ReferencesNameTheirScheme(other.Scheme, other.Code)),
        .. given.References.Select(other => new TextsFitTheirField("indicator.references.edition", other.Edition.Length, LongestName)),
    ];

    private static string? Twice(IEnumerable<string> names) => names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
}
