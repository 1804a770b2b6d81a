namespace SocialPolicy.Indicators.Domain.Statistics;

/// <summary>
/// The straight line through the values of years (xu hướng), by ordinary least squares. Figures are exact decimals, rounded at the
/// end to one decimal more than the values have.
/// </summary>
public sealed record Trend
{
    /// <summary>Two points always lie on a line: it takes a third to speak of a trend.</summary>
    public const int UsualFewest = 3;

    private readonly IReadOnlyList<YearValue> values;
    private readonly decimal slope;
    private readonly decimal meanYear;
    private readonly decimal meanValue;

    private Trend(IReadOnlyList<YearValue> values)
    {
        this.values = values;
        meanYear = values.Average(value => (decimal)value.Year);
        meanValue = values.Average(value => value.Value);
        slope = values.Sum(value => (value.Year - meanYear) * (value.Value - meanValue)) / values.Sum(value => (value.Year - meanYear) * (value.Year - meanYear));
    }

    /// <summary>What a year adds, in the unit of the values.</summary>
    public decimal PerYear => Rounding.Like(values, slope);

    /// <summary>How many values it rests on.</summary>
    public int Count => values.Count;

    /// <summary>The first year of the values.</summary>
    public int From => values.Min(value => value.Year);

    /// <summary>The last year of the values.</summary>
    public int To => values.Max(value => value.Year);

    /// <summary>Which part of the spread of the values the line explains (R²): 0 to 1, three decimals; 1 when there is no spread.</summary>
    public double Fit
    {
        get
        {
            var spread = values.Sum(value => Square(value.Value - meanValue));
            return spread is 0 ? 1 : Math.Round(Math.Clamp(1 - values.Sum(value => Square(value.Value - At(value.Year))) / spread, 0, 1), 3);
        }
    }

    /// <summary>The line through the values; refused with TOO_FEW_VALUES unless they are of so many different years.</summary>
    public static Finding<Trend> Of(IReadOnlyCollection<YearValue> values, int fewest = UsualFewest)
    {
        var years = values.Select(value => value.Year).Distinct().Count();
        if (years < Math.Max(fewest, 2))
            return Refusal.TooFew(years, Math.Max(fewest, 2));
        return new Trend([.. values]);
    }

    /// <summary>
    /// What the line says of a year (dự báo). A line knows no end, an indicator may have one: of a share, "least" is 0 and "most" 100.
    /// </summary>
    public Forecast For(int year, decimal? least = null, decimal? most = null)
    {
        var said = Rounding.Like(values, At(year));
        var possible = Math.Min(Math.Max(said, least ?? said), most ?? said);
        return new(year, possible, possible != said);
    }

    private decimal At(int year) => meanValue + slope * (year - meanYear);

    private static double Square(decimal number) => (double)number * (double)number;
}

/// <summary>What a trend says of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">In the unit of the values.</param>
/// <param name="AtTheEnd">Whether the line leads beyond what is possible, so that the value is the end of that.</param>
public sealed record Forecast(int Year, decimal Value, bool AtTheEnd);
