using Npgsql;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Statistics;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Observations;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Units beside each other, as they were asked for, by name.</summary>
internal sealed record ComparisonRead(Indicator Indicator, ObservedPeriod Period, IReadOnlyList<(UnitToRead Unit, Finding<Figure> Figure)> Units)
{
    public bool LessIsBetter => Indicator.Direction is Tendency.Down;

    /// <summary>The numbers among the figures, each by the id of its unit.</summary>
    public IReadOnlyList<UnitValue> Values =>
        [.. Units.Where(unit => unit.Figure.Said?.Value is not null).Select(unit => new UnitValue(unit.Unit.ResourceName, unit.Figure.Said!.Value!.Value))];

    /// <summary>Throws INDICATOR_NOT_FOUND, UNIT_NOT_FOUND, PART_NOT_FOUND, PERIOD_MALFORMED, VALUE_UNKNOWN, NAME_MALFORMED.</summary>
    public static async Task<ComparisonRead> Of(NpgsqlConnection connection, V1.CompareUnitsRequest request, DateOnly today, CancellationToken ct)
    {
        var period = GivenObservation.PeriodOf(request.Period, "period");
        var (level, asNow) = (request.Level.Number(), request.Boundaries.AsNow());

        var row = await connection.RequireIndicator(request.Indicator, "indicator", ct);
        var area = request.Area.Length == 0 ? null : await connection.RequireUnitToRead(request.Area, "area", ct);
        var asked = new AskedFigures([row.Key], [], await connection.PartKey(row.Key, request.Part, ct), asNow, period.Year, period.Year, AskedFigures.PeriodsFor(period));
        var units = await connection.UnitsWithin(UnitsToRead.Asked(area, level, asNow ? today : period.LastDay, asked.Boundaries), ct);
        var evidence = await connection.Evidence(asked with { Units = [.. units] }, today, ct);
        var indicator = row.ToDomain();
        var reader = new FigureReader(indicator.Measure, asNow);
        return new(indicator, period, [.. units.Select(unit => (unit, reader.Of(evidence.Of(row.Key, unit), period)))]);
    }
}
