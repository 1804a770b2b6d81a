namespace SocialPolicy.Indicators.Domain.Statistics;

/// <summary>Units side by side, the best first (xếp hạng).</summary>
/// <param name="Places">Units of equal values stay in the order they were given in.</param>
/// <param name="Quartiles">Of the values; null without any.</param>
public sealed record Ranking(IReadOnlyList<Place> Places, Quartiles? Quartiles)
{
    /// <summary>Equals share a rank and the next one counts them all: 1, 2, 2, 4.</summary>
    /// <param name="values">One of each unit.</param>
    /// <param name="lessIsBetter">Whether the lowest value is the best.</param>
    public static Ranking Of(IReadOnlyCollection<UnitValue> values, bool lessIsBetter)
    {
        if (values.Count == 0)
            return new([], null);

        var quartiles = Quartiles.Of(values.Select(value => value.Value));
        var sorted = values.OrderBy(value => lessIsBetter ? value.Value : -value.Value).ToList();
        var counts = sorted.CountBy(value => value.Value).ToDictionary();
        var places = new List<Place>(sorted.Count);
        foreach (var (unit, value) in sorted)
        {
            var rank = places.Count > 0 && places[^1].Value == value ? places[^1].Rank : places.Count + 1;
            places.Add(new(unit, value, rank, counts[value] > 1, QuarterOf(value, quartiles, lessIsBetter)));
        }
        return new(places, quartiles);
    }

    // Whoever is on the limit belongs to the better quarter.
    private static int QuarterOf(decimal value, Quartiles limits, bool lessIsBetter)
    {
        ReadOnlySpan<decimal> fromBest = lessIsBetter ? [limits.Lower, limits.Median, limits.Upper] : [limits.Upper, limits.Median, limits.Lower];
        var quarter = 1;
        foreach (var limit in fromBest)
        {
            if (lessIsBetter ? value > limit : value < limit)
                quarter++;
        }
        return quarter;
    }
}

/// <summary>Where a unit stands among others.</summary>
/// <param name="Unit">As given.</param>
/// <param name="Value">As given.</param>
/// <param name="Rank">From 1, the best.</param>
/// <param name="Tied">Whether others share the rank.</param>
/// <param name="Quarter">1, the best, to 4.</param>
public sealed record Place(string Unit, decimal Value, int Rank, bool Tied, int Quarter);
