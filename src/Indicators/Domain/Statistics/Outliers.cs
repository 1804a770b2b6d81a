namespace SocialPolicy.Indicators.Domain.Statistics;

/// <summary>
/// Which of several siblings lie far from the rest (giá trị bất thường): by the modified z-score of Iglewicz and Hoaglin, "How to Detect
/// and Handle Outliers" (1993), 0,6745 · (value - median) / MAD. Where more than half of the values are equal the MAD is zero, and
/// the mean absolute deviation takes its place: (value - median) / (1,2533 · mean).
/// </summary>
/// <param name="Median">The middle of the siblings.</param>
/// <param name="Spread">The deviation that is divided by; 0 when all are equal.</param>
/// <param name="ByMean">Whether that is the mean deviation, not the median one.</param>
/// <param name="Limit">Beyond how many of it a sibling is far from the rest.</param>
/// <param name="Scores">Every sibling, as given.</param>
public sealed record Outliers(decimal Median, decimal Spread, bool ByMean, double Limit, IReadOnlyList<Score> Scores)
{
    /// <summary>Iglewicz and Hoaglin's.</summary>
    public const double UsualLimit = 3.5;

    /// <summary>Of four, one pair may agree by chance and make the others look odd.</summary>
    public const int UsualFewest = 5;

    private const double OfMedian = 0.6745;
    private const double OfMean = 1.253314;

    /// <summary>The siblings beyond the limit, the farthest first.</summary>
    public IReadOnlyList<Score> Found => [.. Scores.Where(score => score.Beyond).OrderByDescending(score => Math.Abs(score.Z))];

    /// <summary>Refused with TOO_FEW_VALUES when there are fewer siblings.</summary>
    public static Finding<Outliers> Of(IReadOnlyCollection<UnitValue> siblings, double limit = UsualLimit, int fewest = UsualFewest)
    {
        if (siblings.Count < Math.Max(fewest, 1))
            return Refusal.TooFew(siblings.Count, Math.Max(fewest, 1));

        var median = Quartiles.MedianOf(siblings.Select(sibling => sibling.Value));
        var deviations = siblings.Select(sibling => Math.Abs(sibling.Value - median)).ToList();
        var ofMedian = Quartiles.MedianOf(deviations);
        var spread = ofMedian > 0 ? ofMedian : deviations.Average();
        var unit = ofMedian > 0 ? (double)spread / OfMedian : (double)spread * OfMean;
        return new Outliers(median, spread, ofMedian == 0, limit, [.. siblings.Select(Scored)]);

        Score Scored(UnitValue sibling)
        {
            var z = unit > 0 ? (double)(sibling.Value - median) / unit : 0;
            return new(sibling.Unit, sibling.Value, Math.Round(z, 2), Math.Abs(z) > limit);
        }
    }
}

/// <summary>How far a sibling lies from the rest.</summary>
/// <param name="Unit">As given.</param>
/// <param name="Value">As given.</param>
/// <param name="Z">The modified z-score, two decimals; below zero it lies under the median.</param>
/// <param name="Beyond">Whether it lies beyond the limit.</param>
public sealed record Score(string Unit, decimal Value, double Z, bool Beyond);
