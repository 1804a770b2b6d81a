using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Judges rows of a batch one by one; what they name is looked up message by message.</summary>
/// <param name="agencyUnit">The unit of the agency that gives the values.</param>
/// <param name="today">The day it is where the agencies are.</param>
/// <param name="ct">The call.</param>
internal sealed class RowJudge(Guid agencyUnit, DateOnly today, CancellationToken ct)
{
    private const int LongestNote = 2000;
    private const int MostPeriods = 10_000;

    private readonly MeasuredNames names = new(agencyUnit);
    private readonly KnownParts parts = new();
    private readonly MeasurementCheck check = new("");
    private readonly Dictionary<string, ObservedPeriod?> periods = new(StringComparer.Ordinal);

    /// <summary>Looks up what the rows name and nobody named before.</summary>
    public async Task Learn(IReadOnlyCollection<V1.ObservationRow> rows, Func<Func<NpgsqlConnection, Task>, Task> connect)
    {
        var indicators = new HashSet<string>(StringComparer.Ordinal);
        var units = new HashSet<string>(StringComparer.Ordinal);
        var isTaken = false;
        foreach (var row in rows)
        {
            if (names.Indicator(row.Indicator) is null)
                indicators.Add(row.Indicator);
            if (names.Unit(row.Unit) is null)
                units.Add(row.Unit);
            isTaken |= row.Part.Length > 0;
        }

        if (indicators.Count + units.Count > 0)
            await connect(connection => names.Learn(connection, indicators, units, ct));
        if (isTaken)
            await connect(connection => parts.Learn(connection, rows.Where(row => row.Part.Length > 0).Select(row => names.Indicator(row.Indicator)?.Key).OfType<int>(), ct));
    }

    /// <summary>The rules that a row breaks; null, and the row as it is kept, when it breaks none.</summary>
    public IReadOnlyList<IRule>? Judge(V1.ObservationRow row, PartsOfBatch numbers, out JudgedRow judged)
    {
        judged = default;
        if (names.Indicator(row.Indicator) is not { } indicator)
            return [new IndicatorsAreKnown(row.Indicator, "indicator", false)];
        if (names.Unit(row.Unit) is not { } unit)
            return [new UnitsAreKnown(row.Unit, "unit", false)];
        if (PeriodOf(row.Period) is not { } period)
            return [new PeriodsAreWellFormed("period", row.Period, false)];
        if (period.FirstDay > today)
            return [new PeriodsHaveBegun("period", period, today)];
        if (!unit.CanBeMeasuredIn(period))
            return [.. unit.Broken("unit", period)];
        if (parts.Canonical(indicator.Key, row.Part) is not { } part)
            return [new PartsBelongToTheirIndicator("part", row.Part, true)];
        if (Said(row, out var said) is { } malformed)
            return [malformed];
        if (check.FirstBroken(indicator, said) is not null)
            return [.. check.Broken(indicator, said)];

        judged = new(new(indicator.Key, unit.Key, period, numbers.NumberOf(indicator.Key, part), row.Estimate), said.Completed(indicator.Scale));
        return null;
    }

    private static IRule? Said(V1.ObservationRow row, out Measurement said)
    {
        said = default;
        if (!WrittenNumber.TryRead(row.Value, out var value))
            return new ValuesAreDecimalNumbers("value", row.Value, false);
        if (!WrittenNumber.TryRead(row.Numerator, out var numerator))
            return new ValuesAreDecimalNumbers("numerator", row.Numerator, false);
        if (!WrittenNumber.TryRead(row.Denominator, out var denominator))
            return new ValuesAreDecimalNumbers("denominator", row.Denominator, false);
        if (row.Note.Length > LongestNote)
            return new TextsFitTheirField("note", row.Note.Length, LongestNote);
        said = new(value, numerator, denominator, row.HasAchieved ? row.Achieved : null, row.Official, GivenObservation.Storable(row.Note));
        return null;
    }

    private ObservedPeriod? PeriodOf(string text)
    {
        if (!periods.TryGetValue(text, out var period))
        {
            period = ObservedPeriod.TryParse(text, out var read) ? read : null;
            if (periods.Count < MostPeriods)
                periods.Add(text, period);
        }

        return period;
    }
}
