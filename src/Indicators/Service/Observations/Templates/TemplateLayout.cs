using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Observations.Sheets;
using Form = SocialPolicy.Indicators.V1.GetObservationTemplateRequest.Types.Form;

namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>Lays a template out, so that what comes back is read by <see cref="FileLayout"/>.</summary>
internal static class TemplateLayout
{
    private const double OfCode = 26;
    private const double OfName = 44;
    private const double OfValue = 14;
    private const string Yes = "x";

    private static readonly string[] Entered = [ColumnWords.Value, ColumnWords.Numerator, ColumnWords.Denominator, ColumnWords.Achieved, ColumnWords.Official];

    public static TemplateTable Of(TemplateContent content, Form form) => form switch
    {
        Form.Periods => new(
            [Handed, .. OfIndicator, .. OfUnit, Narrow(ColumnWords.Estimate), .. content.Periods.Select(period => ($"{period}", OfValue))],
            content.Indicators.SelectMany(indicator => content.Units.Select(unit => PeriodsOf(content, indicator, unit)))),
        Form.Indicators => new(
            [Handed, .. OfUnit, Narrow(ColumnWords.Period), Narrow(ColumnWords.Estimate), .. content.Indicators.Select(indicator => (HeadingOf(indicator), OfCode))],
            content.Units.SelectMany(unit => content.Periods.Select(period => IndicatorsOf(content, unit, period)))),
        _ => new(
            [Handed, .. OfIndicator, .. OfUnit, Narrow(ColumnWords.Period), Narrow(ColumnWords.Estimate), .. Entered.Select(Narrow), (ColumnWords.HeadingOf(ColumnWords.Note), OfName)],
            content.Indicators.SelectMany(indicator => content.Units.SelectMany(unit => content.Periods.Select(period => OneOf(content, indicator, unit, period))))),
    };

    private static (string, double)[] OfIndicator => [Wide(ColumnWords.Indicator), (ColumnWords.NameOfIndicator, OfName), (ColumnWords.Measure, OfValue)];

    private static (string, double)[] OfUnit => [Wide(ColumnWords.Unit), (ColumnWords.NameOfUnit, OfName)];

    private static (string, double) Handed => (ColumnWords.Handed, OfCode);

    private static (string, double) Wide(string field) => (ColumnWords.HeadingOf(field), OfCode);

    // "spp:code (Tỷ lệ hộ nghèo, %)"
    private static string HeadingOf(TemplateIndicator indicator) =>
        $"{indicator.Written} ({indicator.Name}{(indicator.Measure.Length > 0 ? $", {indicator.Measure}" : "")})";

    private static (string, double) Narrow(string field) => (ColumnWords.HeadingOf(field), OfValue);

    private static IReadOnlyList<TemplateCell> OneOf(TemplateContent content, TemplateIndicator indicator, TemplateUnit unit, ObservedPeriod period)
    {
        var given = content.Value(indicator, unit, period);
        var isShare = given is { Numerator: not null, Denominator: not null };
        var said = Said(given, content.Estimate, whole: true);
        return
        [
            new(given is null ? "" : Seal.Of(said)), new(indicator.Written), new(indicator.Name), new(indicator.Measure), new(unit.Code), new(unit.Name),
            new($"{period}"), new(content.Estimate ? Yes : ""),
            new(isShare ? null : given?.Value, indicator.IsJudgement ? CellUse.Shown : CellUse.Number),
            new(isShare ? given!.Numerator : null, indicator.IsRatio ? CellUse.Number : CellUse.Shown),
            new(given?.Denominator, indicator.IsRatio ? CellUse.Number : CellUse.Shown),
            new(given?.Achieved is { } achieved ? (achieved ? "đạt" : "không đạt") : "", indicator.IsJudgement ? CellUse.Text : CellUse.Shown),
            new(said.Official ? Yes : "", CellUse.Text), new(said.Note, CellUse.Text),
        ];
    }

    private static IReadOnlyList<TemplateCell> PeriodsOf(TemplateContent content, TemplateIndicator indicator, TemplateUnit unit)
    {
        var values = content.Periods.Select(period => (Key: $"{period}", Given: content.Value(indicator, unit, period))).ToList();
        return
        [
            new(SealOf(values, content.Estimate)), new(indicator.Written), new(indicator.Name), new(indicator.Measure), new(unit.Code), new(unit.Name),
            new(content.Estimate ? Yes : ""),
            .. values.Select(value => new TemplateCell(value.Given?.Value, CellUse.Number)),
        ];
    }

    private static IReadOnlyList<TemplateCell> IndicatorsOf(TemplateContent content, TemplateUnit unit, ObservedPeriod period)
    {
        var values = content.Indicators.Select(indicator => (Key: indicator.Written, Given: content.Value(indicator, unit, period))).ToList();
        return
        [
            new(SealOf(values, content.Estimate)), new(unit.Code), new(unit.Name), new($"{period}"), new(content.Estimate ? Yes : ""),
            .. values.Select(value => new TemplateCell(value.Given?.Value, CellUse.Number)),
        ];
    }

    private static string SealOf(IEnumerable<(string Key, ObservationRow? Given)> values, bool estimate) =>
        Seal.Of(values.Where(value => value.Given is not null).Select(value => (value.Key, Seal.Of(Said(value.Given, estimate, whole: false)))));

    // As it will be read from the row: of a share what it is made of, in a column of values the value alone.
    private static V1.ObservationRow Said(ObservationRow? given, bool estimate, bool whole)
    {
        if (given is null)
            return new();
        if (!whole)
            return new() { Value = Written(given.Value), Estimate = estimate };
        var isShare = given is { Numerator: not null, Denominator: not null };
        var said = new V1.ObservationRow
        {
            Value = isShare ? "" : Written(given.Value), Numerator = isShare ? Written(given.Numerator) : "", Denominator = Written(given.Denominator),
            Estimate = estimate, Official = given.Official, Note = given.Note ?? "",
        };
        if (given.Achieved is { } achieved)
            said.Achieved = achieved;
        return said;
    }

    private static string Written(decimal? number) => number is { } given ? NumberText.Of(given) : "";
}
