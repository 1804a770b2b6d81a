using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>The fields of an indicator that a person may change.</summary>
internal static class IndicatorFields
{
    // In their order: what adds up depends on the kind, which is taken first.
    private static readonly OrderedDictionary<string, Func<Indicator, V1.Indicator, Indicator>> Takes = new()
    {
        ["display_name"] = (before, said) => before with { Name = said.DisplayName.Trim() },
        ["display_name_en"] = (before, said) => before with { NameEn = said.DisplayNameEn.Trim() },
        ["unit"] = (before, said) => before with { Measure = before.Measure with { Unit = said.Unit.Trim() } },
        ["kind"] = (before, said) => before with { Measure = before.Measure with { Kind = Stated(IndicatorMapping.Kinds, said.Kind, "indicator.kind") } },
        ["scale"] = (before, said) => before with { Measure = before.Measure with { Scale = WrittenNumber.Parse(said.Scale, "indicator.scale") } },
        ["direction"] = (before, said) => before with { Direction = IndicatorMapping.Directions.From(said.Direction, "indicator.direction") },
        ["population"] = (before, said) => before with { Population = said.Population.Trim() },
        ["over_units"] = (before, said) => before with { Measure = before.Measure with { OverUnits = OverUnitsOf(before, said) } },
        ["over_time"] = (before, said) => before with { Measure = before.Measure with { OverTime = OverTimeOf(before, said) } },
        ["least"] = (before, said) => before with { Least = WrittenNumber.Parse(said.Least, "indicator.least") },
        ["most"] = (before, said) => before with { Most = WrittenNumber.Parse(said.Most, "indicator.most") },
        ["theme"] = (before, said) => before with { Theme = said.Theme.Trim() },
        ["aliases"] = (before, said) => before with { Aliases = [.. said.Aliases.Select(AliasOf)] },
        ["dimensions"] = (before, said) => before with { Dimensions = [.. said.Dimensions.SelectMany(PartsOf)] },
        ["references"] = (before, said) => before with
        {
            References = [.. said.References.Select(other => new Reference(other.Scheme.Trim(), other.Edition.Trim(), other.Code.Trim(), other.Verified))],
        },
    };

    public static IReadOnlyCollection<string> All => Takes.Keys;

    /// <summary>The indicator with the field as said. Throws VALUE_UNKNOWN, VALUE_MALFORMED, FIELD_REQUIRED.</summary>
    public static Indicator Take(string field, Indicator before, V1.Indicator said) => Takes[field](before, said);

    private static OverUnits OverUnitsOf(Indicator before, V1.Indicator said) =>
        IsUnstatedJudgement(before, said.OverUnits is V1.Indicator.Types.OverUnits.Unspecified) ? Measure.Judgement.OverUnits : Stated(IndicatorMapping.OverUnits, said.OverUnits, "indicator.over_units");

    private static OverTime OverTimeOf(Indicator before, V1.Indicator said) =>
        IsUnstatedJudgement(before, said.OverTime is V1.Indicator.Types.OverTime.Unspecified) ? Measure.Judgement.OverTime : Stated(IndicatorMapping.OverTime, said.OverTime, "indicator.over_time");

    private static bool IsUnstatedJudgement(Indicator indicator, bool unstated) => unstated && indicator.Measure.Kind is IndicatorKind.Judgement;

    private static TDomain Stated<TDomain, TContract>(WirePairs<TDomain, TContract> pairs, TContract value, string field)
        where TDomain : struct, Enum
        where TContract : struct, Enum
    {
        var stated = pairs.From(value, field);
        Check.Rule(new FieldsAreFilled(field, stated is not null));
        return stated!.Value;
    }

    private static Alias AliasOf(V1.Indicator.Types.Alias said) => new(said.DisplayName.Trim(), Filled(said.Population), Filled(said.Geography));

    private static IEnumerable<Category> PartsOf(V1.Indicator.Types.Dimension said)
    {
        Check.Rule(new FieldsAreFilled("indicator.dimensions.categories", said.Categories.Count > 0));
        return said.Categories.Select(part => new Category(said.Code, part.Code, part.DisplayName.Trim()));
    }

    private static string? Filled(string text) => text.Trim() is { Length: > 0 } said ? said : null;
}
