namespace SocialPolicy.Indicators.Domain.Statistics;

/// <summary>
/// How fast an indicator has to move to what is demanded by a year, and how fast it has moved so far (tốc độ cần đạt, tốc độ đã đạt).
/// Below zero it falls.
/// </summary>
/// <param name="YearsLeft">From the newest value to the demanded year, at least 1.</param>
/// <param name="Missing">From the newest value to the demanded one; 0 when it is there already.</param>
/// <param name="NeededPerYear">What each year left has to add.</param>
/// <param name="SoFarPerYear">What a year has added on average, from the earliest value to the newest; null with the values of one year.</param>
/// <param name="Expected">The value in the demanded year if it goes on as so far; null as above.</param>
/// <param name="Enough">Whether going on as so far gets there; null when that takes a pace and there is none.</param>
public sealed record Pace(int YearsLeft, decimal Missing, decimal NeededPerYear, decimal? SoFarPerYear, decimal? Expected, bool? Enough)
{
    /// <summary>Refused with TOO_FEW_VALUES without any value, with YEAR_NOT_AHEAD when the newest is of the demanded year or later.</summary>
    /// <param name="values">One of each year, in any order.</param>
    /// <param name="demanded">The value to reach and the year to reach it by.</param>
    /// <param name="lessIsBetter">Whether the value is to fall.</param>
    public static Finding<Pace> Of(IReadOnlyCollection<YearValue> values, YearValue demanded, bool lessIsBetter)
    {
        if (values.Count == 0)
            return Refusal.TooFew(0, 1);
        var (first, newest) = (values.MinBy(value => value.Year)!, values.MaxBy(value => value.Year)!);
        if (newest.Year >= demanded.Year)
            return Refusal.NotAhead(newest.Year, demanded.Year);

        var left = demanded.Year - newest.Year;
        var missing = IsThere(newest.Value, demanded.Value, lessIsBetter) ? 0 : demanded.Value - newest.Value;
        decimal? soFar = first.Year == newest.Year ? null : (newest.Value - first.Value) / (newest.Year - first.Year);
        var expected = newest.Value + soFar * left;
        bool? enough = expected is { } value ? IsThere(value, demanded.Value, lessIsBetter) : missing == 0 ? true : null;

        IReadOnlyList<YearValue> known = [.. values, demanded];
        return new Pace(left, missing, Rounding.Like(known, missing / left), Round(soFar), Round(expected), enough);

        decimal? Round(decimal? figure) => figure is { } number ? Rounding.Like(known, number) : null;
    }

    private static bool IsThere(decimal value, decimal demanded, bool lessIsBetter) => lessIsBetter ? value <= demanded : value >= demanded;
}
