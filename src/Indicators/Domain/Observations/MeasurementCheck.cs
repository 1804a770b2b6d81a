using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>Judges what is said of an indicator. A rule is made only where it is broken: millions of values break none.</summary>
/// <param name="Path">What stands before the names of fields in refusals: "observation.".</param>
public sealed record MeasurementCheck(string Path)
{
    private const decimal Longest = 1_000_000_000_000_000m;

    /// <summary>The rules that a measurement breaks; it is complete and can be kept when there are none.</summary>
    public IEnumerable<IRule> Broken(MeasuredIndicator indicator, Measurement said)
    {
        if (indicator.IsJudgement)
            return OfJudgement(said);
        if (TooLong(said) is { } rule)
            return [rule];
        return OfNumber(indicator, said);
    }

    /// <summary>The first of them; null when there is none.</summary>
    public IRule? FirstBroken(MeasuredIndicator indicator, Measurement said)
    {
        var isPlain = !indicator.IsJudgement && said is { Value: not null, Numerator: null, Denominator: null, Achieved: null };
        return isPlain && !IsTooLong(said.Value) && indicator.Range.Holds(said.Value!.Value) ? null : Broken(indicator, said).FirstOrDefault();
    }

    private IEnumerable<IRule> OfJudgement(Measurement said)
    {
        if (said.Value is not null || said.Numerator is not null || said.Denominator is not null)
            yield return new OnlyWantedValuesAreGiven($"{Path}value", true);
        if (said.Achieved is null)
            yield return new ObservationsHaveTheirValue($"{Path}achieved", false);
        else if (string.IsNullOrWhiteSpace(said.Note))
            yield return new JudgementsNameTheirEvidence($"{Path}note", false);
    }

    private IEnumerable<IRule> OfNumber(MeasuredIndicator indicator, Measurement said)
    {
        if (said.Achieved is not null)
            yield return new OnlyWantedValuesAreGiven($"{Path}achieved", true);
        if (OfParts(indicator, said) is { } broken)
            yield return broken;
        else if (said.Completed(indicator.Scale).Value is not { } value)
            yield return new ObservationsHaveTheirValue($"{Path}value", false);
        else if (!indicator.Range.Holds(value))
            yield return new ValuesStayInRange($"{Path}value", value, indicator.Range);
    }

    private IRule? OfParts(MeasuredIndicator indicator, Measurement said) => (indicator.Scale, said) switch
    {
        (_, { Numerator: null, Denominator: null }) => null,
        (null, _) => new OnlyWantedValuesAreGiven(said.Numerator is null ? $"{Path}denominator" : $"{Path}numerator", true),
        (_, { Denominator: null or <= 0 }) => new SharesAreOfSomething($"{Path}denominator", true),
        ({ } scale, { Value: { } value, Numerator: { } part, Denominator: { } whole }) when Differ(value, scale * part / whole) =>
            new ValuesAgreeWithTheirParts($"{Path}value", value, Math.Round(scale * part / whole, Measurement.Decimals), true),
        _ => null,
    };

    // A value was rounded by whoever gave it: to its last digit, and whichever way.
    private static bool Differ(decimal value, decimal counted)
    {
        var step = 1m;
        for (var digit = 0; digit < value.Scale; digit++)
            step /= 10;
        return Math.Abs(value - counted) >= step;
    }

    private IRule? TooLong(Measurement said) =>
        IsTooLong(said.Value) ? new NumbersAreNotTooLong($"{Path}value", true)
        : IsTooLong(said.Numerator) ? new NumbersAreNotTooLong($"{Path}numerator", true)
        : IsTooLong(said.Denominator) ? new NumbersAreNotTooLong($"{Path}denominator", true)
        : null;

    private static bool IsTooLong(decimal? number) => number is { } given && (given.Scale > Measurement.Decimals || Math.Abs(given) >= Longest);
}
