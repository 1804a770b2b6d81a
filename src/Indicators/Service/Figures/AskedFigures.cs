using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>Which evidence is read: of these indicators in these units.</summary>
/// <param name="Indicators">Their keys.</param>
/// <param name="Units">The units.</param>
/// <param name="Part">Key of the part; 0 for the whole, null for one that nobody gave a value of.</param>
/// <param name="AsNow">Units as they are now.</param>
/// <param name="FromYear">The first year.</param>
/// <param name="ToYear">The last year.</param>
/// <param name="Periods">Numbers of periods within a year.</param>
internal sealed record AskedFigures(
    IReadOnlyCollection<int> Indicators, IReadOnlyCollection<UnitToRead> Units, int? Part, bool AsNow, short FromYear, short ToYear, short[] Periods)
{
    // As in rollups: those that hold then and now, and those of one of both.
    public short[] Boundaries => AsNow ? [0, 2] : [0, 1];

    /// <summary>A period of a year with the periods it could be accumulated from.</summary>
    public static short[] PeriodsFor(ObservedPeriod period) => [period.Number, .. PeriodsWithin.Of(period).SelectMany(parts => parts).Select(part => part.Number)];

    /// <summary>All periods of a kind with those they could be accumulated from.</summary>
    public static short[] PeriodsFor(PeriodKind kind) => [.. PeriodsWithin.Of(SeriesFitAPage.FirstYear, kind).SelectMany(PeriodsFor).Distinct()];
}
