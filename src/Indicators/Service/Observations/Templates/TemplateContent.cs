using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Catalogue;

namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>An indicator of a template.</summary>
internal sealed record TemplateIndicator(int Key, string Code, string Name, string Measure, bool IsJudgement, bool IsRatio)
{
    public string Written => IndicatorService.Scheme + Code;
}

/// <summary>A unit of a template, by the code that stands in it.</summary>
internal sealed record TemplateUnit(int Key, string Code, string Name);

/// <summary>What a template is made of, and what was given of it until now.</summary>
internal sealed record TemplateContent(
    IReadOnlyList<TemplateIndicator> Indicators, IReadOnlyList<TemplateUnit> Units, IReadOnlyList<ObservedPeriod> Periods, bool Estimate, IReadOnlyDictionary<ObservationKey, ObservationRow> Given)
{
    /// <summary>How many values it has room for.</summary>
    public long Size => (long)Indicators.Count * Units.Count * Periods.Count;

    /// <summary>The value that was given; null for none.</summary>
    public ObservationRow? Value(TemplateIndicator indicator, TemplateUnit unit, ObservedPeriod period) =>
        Given.GetValueOrDefault(new(indicator.Key, unit.Key, period, 0, Estimate));
}
