using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Types.V1;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>Indicators in the words of the contract.</summary>
internal static class IndicatorMapping
{
    internal static readonly WirePairs<IndicatorKind, V1.Indicator.Types.Kind> Kinds = new(
        (IndicatorKind.Number, V1.Indicator.Types.Kind.Number),
        (IndicatorKind.Judgement, V1.Indicator.Types.Kind.Judgement));

    internal static readonly WirePairs<OverUnits, V1.Indicator.Types.OverUnits> OverUnits = new(
        (Domain.Catalogue.OverUnits.Sum, V1.Indicator.Types.OverUnits.Sum),
        (Domain.Catalogue.OverUnits.Weighted, V1.Indicator.Types.OverUnits.Weighted),
        (Domain.Catalogue.OverUnits.Average, V1.Indicator.Types.OverUnits.Average),
        (Domain.Catalogue.OverUnits.None, V1.Indicator.Types.OverUnits.None));

    internal static readonly WirePairs<OverTime, V1.Indicator.Types.OverTime> OverTime = new(
        (Domain.Catalogue.OverTime.Sum, V1.Indicator.Types.OverTime.Sum),
        (Domain.Catalogue.OverTime.Last, V1.Indicator.Types.OverTime.Last),
        (Domain.Catalogue.OverTime.Average, V1.Indicator.Types.OverTime.Average),
        (Domain.Catalogue.OverTime.Weighted, V1.Indicator.Types.OverTime.Weighted),
        (Domain.Catalogue.OverTime.None, V1.Indicator.Types.OverTime.None));

    internal static readonly WirePairs<Tendency, Direction> Directions = new((Tendency.Up, Direction.Up), (Tendency.Down, Direction.Down));

    private static readonly WirePairs<Origin, V1.Indicator.Types.Origin> Origins = new(
        (Origin.Catalogue, V1.Indicator.Types.Origin.Catalogue),
        (Origin.Plan, V1.Indicator.Types.Origin.Plan),
        (Origin.Person, V1.Indicator.Types.Origin.Person));

    public static V1.Indicator ToContract(this IndicatorRow row)
    {
        var indicator = row.ToDomain();
        var shown = Described(indicator);
        shown.Name = IndicatorService.IndicatorName.Of(indicator.Id);
        shown.Etag = Etag.Of(indicator.Version);
        shown.Origin = Origins.Of(indicator.Origin);
        shown.Definitions.AddRange(indicator.Definitions.Select(ToContract));
        shown.RetireTime = row.RetiredAt?.ToTimestamp();
        shown.CreateTime = row.CreatedAt.ToTimestamp();
        shown.UpdateTime = row.UpdatedAt.ToTimestamp();
        return shown;
    }

    private static V1.Indicator Described(Indicator indicator) => new()
    {
        Code = indicator.Code,
        DisplayName = indicator.Name,
        DisplayNameEn = indicator.NameEn,
        Unit = indicator.Measure.Unit,
        Kind = Kinds.Of(indicator.Measure.Kind),
        Scale = Number(indicator.Measure.Scale),
        Direction = Directions.OfAny(indicator.Direction),
        Population = indicator.Population,
        OverUnits = OverUnits.Of(indicator.Measure.OverUnits),
        OverTime = OverTime.Of(indicator.Measure.OverTime),
        Least = Number(indicator.Least),
        Most = Number(indicator.Most),
        Theme = indicator.Theme,
        Aliases = { indicator.Aliases.Select(alias => new V1.Indicator.Types.Alias { DisplayName = alias.Name, Population = alias.Population ?? "", Geography = alias.Geography ?? "" }) },
        Dimensions = { indicator.Dimensions.GroupBy(part => part.Dimension).Select(ToContract) },
        References = { indicator.References.Select(other => new V1.Indicator.Types.Reference { Scheme = other.Scheme, Edition = other.Edition, Code = other.Code, Verified = other.Verified }) },
    };

    private static V1.Indicator.Types.Dimension ToContract(IGrouping<string, Category> parts) => new()
    {
        Code = parts.Key,
        Categories = { parts.Select(part => new V1.Indicator.Types.Dimension.Types.Category { Code = part.Code, DisplayName = part.Name }) },
    };

    private static V1.IndicatorDefinition ToContract(Definition version) => new()
    {
        Number = version.Number,
        ValidFrom = version.ValidFrom?.ToContract(),
        BreaksSeries = version.BreaksSeries,
        Text = version.Text,
        Numerator = version.Numerator,
        Denominator = version.Denominator,
        SourceAgency = version.SourceAgency,
        Frequency = version.Frequency,
        LegalBasis = version.LegalBasis,
        Verified = version.Verified,
        Reason = version.Reason,
        Actor = version.Actor,
        DefineTime = version.DefinedAt.ToTimestamp(),
    };

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
