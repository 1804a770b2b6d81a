using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>
/// Reads what the value of an indicator is in a unit for a period. What was observed of the unit itself comes first, what was done
/// before what is expected; then the sum over the units within; then, of a longer period, that over the periods within.
/// </summary>
/// <param name="measure">How values of the indicator add up.</param>
/// <param name="asNow">Units as they are now: a unit has all that it took over from others.</param>
public sealed class FigureReader(Measure measure, bool asNow = false)
{
    /// <summary>The figure; refused with NOT_OBSERVED, NOT_ADDED_UP, DENOMINATORS_MISSING or PERIODS_MISSING.</summary>
    public Finding<Figure> Of(Evidence evidence, ObservedPeriod period)
    {
        if ((Own(evidence, period, false) ?? Own(evidence, period, true) ?? Together(evidence, period, false) ?? Together(evidence, period, true)) is { } figure)
            return figure;
        var accumulated = Accumulation.Of(measure, period, part => Own(evidence, part, false) ?? Together(evidence, part, false));
        return accumulated ?? Gaps.In(evidence, period, measure, IsAnythingBelow(evidence, period));
    }

    /// <summary>What is expected of the period, whatever was done; null when nobody said.</summary>
    public Figure? Expected(Evidence evidence, ObservedPeriod period) => Own(evidence, period, true) ?? Together(evidence, period, true);

    // A value of what is only a part of the unit as it is now stands for itself where nothing can be added to it.
    private Figure? Own(Evidence evidence, ObservedPeriod period, bool estimate)
    {
        if (evidence.Own(period, estimate) is not { } own)
            return null;
        var joined = asNow && evidence.TakenOver(period, estimate) is { } taken ? own.Sums + taken : own.Sums;
        var coverage = new Coverage(joined.Units, OfItsLevel(evidence, period));
        return joined.Units > 1 && joined.Over(measure) is { } value
            ? new(period, value, FigureBasis.RolledUp, coverage) { Estimate = estimate, Sums = joined }
            : new(period, own.Said.Value, FigureBasis.Observed, coverage with { Given = 1 }) { Achieved = own.Said.Achieved, Estimate = estimate, Own = own, Sums = own.Sums };
    }

    // What it took over whole stands before what is within; in parts only where there is nothing within.
    private Figure? Together(Evidence evidence, ObservedPeriod period, bool estimate)
    {
        if (evidence.Provinces.Count > 0)
            return OfProvinces(evidence, period, estimate);
        var taken = asNow && evidence.TakenOver(period, estimate) is { } sums ? RolledUp(sums, new(sums.Units, OfItsLevel(evidence, period))) : null;
        if (taken is { Coverage.IsWhole: true } || evidence.Below(period, estimate) is not { } below)
            return taken;
        return RolledUp(below.Sums, new(below.Sums.Units, evidence.InForce(below.Level, period.LastDay))) ?? taken;

        Figure? RolledUp(Sums added, Coverage coverage) => added.Over(measure) is { } value
            ? new(period, value, FigureBasis.RolledUp, coverage) { Estimate = estimate, Sums = added }
            : null;
    }

    private Figure? OfProvinces(Evidence country, ObservedPeriod period, bool estimate)
    {
        var provinces = country.Provinces.Where(province => asNow || province.Unit.IsThereOn(period.LastDay))
            .Select(province => (Evidence: province, Figure: Own(province, period, estimate) ?? Together(province, period, estimate))).ToList();
        var sums = provinces.Select(province => province.Figure).OfType<Figure>().Aggregate(Sums.None, (all, figure) => all + figure.Sums);
        if (sums.Over(measure) is not { } value)
            return null;

        // A province that was observed itself is covered whole, whatever is known of what is within it.
        var byUnitsWithin = provinces.Exists(province => province.Figure?.Basis is FigureBasis.RolledUp);
        var coverage = provinces.Select(Covered).Aggregate(new Coverage(0, 0), (all, one) => new(all.Given + one.Given, all.InForce + one.InForce));
        return new(period, value, FigureBasis.RolledUp, coverage) { Estimate = estimate, Sums = sums };

        Coverage Covered((Evidence Evidence, Figure? Figure) province)
        {
            if (province.Figure is { Basis: FigureBasis.RolledUp, Coverage: var known })
                return known;
            var units = byUnitsWithin ? province.Evidence.Finest(period.LastDay) : 1;
            return new(province.Figure is null ? 0 : units, units);
        }
    }

    private int OfItsLevel(Evidence evidence, ObservedPeriod period) =>
        (evidence.Unit.IsThereOn(period.LastDay) ? 1 : 0) + (asNow ? evidence.InForce(evidence.Unit.Level, period.LastDay) : 0);

    private static bool IsAnythingBelow(Evidence evidence, ObservedPeriod period) =>
        evidence.Below(period, false) is not null || evidence.TakenOver(period, false) is not null
        || evidence.Provinces.Any(province => province.Own(period, false) is not null || IsAnythingBelow(province, period));
}
