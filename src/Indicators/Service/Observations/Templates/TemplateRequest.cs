using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>Which template is asked for, well-formed in itself.</summary>
/// <param name="Periods">In the order in which they were named.</param>
/// <param name="Form">One of the three.</param>
/// <param name="Format">One of the two.</param>
/// <param name="Level">Of the units; null: those directly below.</param>
/// <param name="OwnUnit">The unit of the agency too.</param>
/// <param name="Estimate">What is expected instead of what was done.</param>
internal sealed record TemplateRequest(
    IReadOnlyList<ObservedPeriod> Periods, V1.GetObservationTemplateRequest.Types.Form Form, V1.GetObservationTemplateRequest.Types.Format Format, string? Level, bool OwnUnit, bool Estimate)
{
    private const int MostIndicators = 1_000;
    private const int MostPeriods = 366;

    /// <summary>The levels of units that can be asked for.</summary>
    public static readonly string[] Levels = ["province", "district", "commune"];

    /// <summary>For what is asked of units and periods alone.</summary>
    public static TemplateRequest OfUnits(IReadOnlyList<ObservedPeriod> periods, string level) =>
        new(periods, V1.GetObservationTemplateRequest.Types.Form.Rows, V1.GetObservationTemplateRequest.Types.Format.Xlsx, level.Length == 0 ? null : level, OwnUnit: false, Estimate: false);

    /// <summary>Throws FIELD_REQUIRED, TOO_MANY_NAMES, PERIOD_MALFORMED, VALUE_UNKNOWN.</summary>
    public static TemplateRequest Of(V1.GetObservationTemplateRequest request)
    {
        Check.All(
            new FieldsAreFilled("periods", request.Periods.Count > 0),
            new FieldsAreFilled("indicators", request.Indicators.Count > 0 || request.Plan.Length > 0),
            new BatchesAreSmall(request.Periods.Count, MostPeriods, "periods"),
            new BatchesAreSmall(request.Indicators.Count, MostIndicators, "indicators"),
            new ValuesAreKnown("level", request.Level, request.Level.Length == 0 || Levels.Contains(request.Level)),
            new ValuesAreKnown("form", $"{request.Form}", Enum.IsDefined(request.Form)),
            new ValuesAreKnown("format", $"{request.Format}", Enum.IsDefined(request.Format)));
        return new(
            [.. request.Periods.Select(period => GivenObservation.PeriodOf(period, "periods")).Distinct()],
            request.Form is V1.GetObservationTemplateRequest.Types.Form.Unspecified ? V1.GetObservationTemplateRequest.Types.Form.Rows : request.Form,
            request.Format is V1.GetObservationTemplateRequest.Types.Format.Unspecified ? V1.GetObservationTemplateRequest.Types.Format.Xlsx : request.Format,
            request.Level.Length == 0 ? null : request.Level,
            request.OwnUnit,
            request.Estimate);
    }
}
