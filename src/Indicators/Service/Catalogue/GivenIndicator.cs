using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>What a request says of an indicator.</summary>
internal static class GivenIndicator
{
    private const int LongestText = 4_000;
    private const int LongestPart = 1_000;

    /// <summary>A new indicator as a person describes it. Throws VALUE_UNKNOWN, VALUE_MALFORMED, FIELD_REQUIRED.</summary>
    public static Indicator New(V1.Indicator said, Guid id, DateTimeOffset at)
    {
        var kind = IndicatorMapping.Kinds.From(said.Kind, "indicator.kind");
        Check.Rule(new FieldsAreFilled("indicator.kind", kind is not null));
        var blank = new Indicator
        {
            Id = id, Code = said.Code, Name = "", Theme = said.Theme.Trim(), Origin = Origin.Person, CuratedAt = at,
            Measure = Measure.Judgement with { Kind = kind!.Value },
        };
        return IndicatorFields.All.Aggregate(blank, (indicator, field) => IndicatorFields.Take(field, indicator, said));
    }

    /// <summary>A version of a definition. Throws FIELD_REQUIRED, FIELD_TOO_LONG, DATE_INVALID, BREAK_WITHOUT_A_DAY.</summary>
    public static Definition DefinitionOf(V1.IndicatorDefinition said, string actor, DateTimeOffset at)
    {
        var version = new Definition(
            1, said.ValidFrom.ToDay("definition.valid_from"), said.BreaksSeries, said.Text.Trim(), said.Numerator.Trim(), said.Denominator.Trim(),
            said.SourceAgency.Trim(), said.Frequency.Trim(), said.LegalBasis.Trim(), said.Verified, said.Reason.Trim(), actor, at);
        Check.All(
            new FieldsAreFilled("definition.text", version.Text.Length > 0),
            new FieldsAreFilled("definition.reason", version.Reason.Length > 0),
            new TextsFitTheirField("definition.text", version.Text.Length, LongestText),
            new TextsFitTheirField("definition.numerator", version.Numerator.Length, LongestPart),
            new TextsFitTheirField("definition.denominator", version.Denominator.Length, LongestPart),
            new TextsFitTheirField("definition.source_agency", version.SourceAgency.Length, LongestPart),
            new TextsFitTheirField("definition.frequency", version.Frequency.Length, LongestPart),
            new TextsFitTheirField("definition.legal_basis", version.LegalBasis.Length, LongestPart),
            new TextsFitTheirField("definition.reason", version.Reason.Length, LongestPart),
            new SeriesBreakOnADay(version.BreaksSeries, version.ValidFrom));
        return version;
    }
}
