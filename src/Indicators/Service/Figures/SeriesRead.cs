using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;
using SocialPolicy.Indicators.Domain.Catalogue;
using SocialPolicy.Indicators.Domain.Figures;
using SocialPolicy.Indicators.Domain.Ratings;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Targets;

namespace SocialPolicy.Indicators.Service.Figures;

/// <summary>A series as it was asked for, with the targets of its indicator and unit.</summary>
internal sealed record SeriesRead(Indicator Indicator, UnitToRead Unit, Series Series, IReadOnlyList<TargetRow> Targets)
{
    // Unless the request says where it begins.
    private const int MostBefore = 9;

    public bool LessIsBetter => Indicator.Direction is Tendency.Down;

    /// <summary>Throws INDICATOR_NOT_FOUND, UNIT_NOT_FOUND, PART_NOT_FOUND, YEARS_OUT_OF_RANGE, VALUE_UNKNOWN, NAME_MALFORMED.</summary>
    public static async Task<SeriesRead> Of(NpgsqlConnection connection, V1.GetSeriesRequest request, DateOnly today, CancellationToken ct)
    {
        var to = request.ToYear == 0 ? today.Year : request.ToYear;
        var from = request.FromYear == 0 ? Math.Max(to, SeriesFitAPage.FirstYear + MostBefore) - MostBefore : request.FromYear;
        Check.Rule(new SeriesFitAPage(from, to));
        var kind = FigureMapping.Kinds.From(request.Kind, "kind") ?? PeriodKind.Year;
        var asNow = request.Boundaries.AsNow();

        var row = await connection.RequireIndicator(request.Indicator, "indicator", ct);
        var unit = await connection.RequireUnitToRead(request.Unit, "unit", ct);
        var part = await connection.PartKey(row.Key, request.Part, ct);
        var evidence = await connection.Evidence(
            new([row.Key], [unit], part, asNow, (short)from, (short)to, AskedFigures.PeriodsFor(kind)), today, ct);
        var indicator = row.ToDomain();
        var periods = Enumerable.Range(from, to - from + 1).SelectMany(year => PeriodsWithin.Of(year, kind));
        var series = Series.Of(new(indicator.Measure, asNow), evidence.Of(row.Key, unit), periods, indicator.Definitions);
        return new(indicator, unit, series, part == 0 ? await connection.TargetsFor(row.Id, unit.Id, ct) : []);
    }

    /// <summary>What a target demands of the level of the indicator, and what its plan demands before.</summary>
    public (Demanded Demanded, IReadOnlyList<Milestone> Milestones)? Way(TargetRow target)
    {
        var ofThePlan = Targets.Where(other => other.PlanId == target.PlanId).Select(other => other.ToDomain());
        return Demanded.By(target.ToDomain()) is { } demanded ? (demanded, Waypoints.Of(target.ToDomain(), ofThePlan, null).Milestones) : null;
    }
}
