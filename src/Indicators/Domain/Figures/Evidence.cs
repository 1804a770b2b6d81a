using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>A unit whose figures are read.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Level">0 country, 1 province, 2 district, 3 commune.</param>
/// <param name="ValidFrom">Its first day; null when nobody knows.</param>
/// <param name="ValidTo">Its last day; null while it is there.</param>
public sealed record FigureUnit(int Key, short Level, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public bool IsThereOn(DateOnly day) => !(ValidFrom > day) && !(ValidTo < day);
}

/// <summary>A roll-up over the units of a level within an area.</summary>
public sealed record LevelSums(ObservedPeriod Period, bool Estimate, short Level, Sums Sums);

/// <summary>Units of a level within an area that came and went together.</summary>
public sealed record UnitsWithin(short Level, DateOnly? ValidFrom, DateOnly? ValidTo, int Count);

/// <summary>Everything that is known of one indicator in one unit, over the periods that are looked at.</summary>
public sealed class Evidence
{
    private readonly IReadOnlyDictionary<(ObservedPeriod Period, bool Estimate), OwnValue> own;
    private readonly ILookup<(ObservedPeriod Period, bool Estimate), LevelSums> sums;
    private readonly IReadOnlyCollection<UnitsWithin> within;

    /// <param name="unit">The unit.</param>
    /// <param name="own">What was observed of itself.</param>
    /// <param name="sums">Of units within it: of those of its own level, what it has taken over.</param>
    /// <param name="within">Which units those are.</param>
    public Evidence(FigureUnit unit, IEnumerable<OwnValue> own, IEnumerable<LevelSums> sums, IReadOnlyCollection<UnitsWithin> within)
    {
        Unit = unit;
        this.own = own.ToDictionary(value => (value.Key.Period, value.Key.Estimate));
        this.sums = sums.Where(level => level.Sums.Units > 0).ToLookup(level => (level.Period, level.Estimate));
        this.within = within;
    }

    public FigureUnit Unit { get; }

    /// <summary>Of the country: its provinces, which it is added up from, because no roll-up of it is kept.</summary>
    public IReadOnlyList<Evidence> Provinces { get; init; } = [];

    internal OwnValue? Own(ObservedPeriod period, bool estimate) => own.GetValueOrDefault((period, estimate));

    /// <summary>Of its own level.</summary>
    internal Sums? TakenOver(ObservedPeriod period, bool estimate) => sums[(period, estimate)].FirstOrDefault(level => level.Level == Unit.Level)?.Sums;

    /// <summary>Of the finest level below that has any.</summary>
    internal LevelSums? Below(ObservedPeriod period, bool estimate) => sums[(period, estimate)].Where(level => level.Level > Unit.Level).MaxBy(level => level.Level);

    /// <summary>How many units of a level are within it on a day.</summary>
    internal int InForce(short level, DateOnly day) =>
        within.Where(units => units.Level == level && !(units.ValidFrom > day) && !(units.ValidTo < day)).Sum(units => units.Count);

    /// <summary>How many units of the finest level are within it on a day; 1, itself, when none is.</summary>
    internal int Finest(DateOnly day)
    {
        var below = within.Where(units => units.Level > Unit.Level).Select(units => units.Level).Distinct().OrderDescending();
        return below.Select(level => InForce(level, day)).FirstOrDefault(count => count > 0, 1);
    }
}
