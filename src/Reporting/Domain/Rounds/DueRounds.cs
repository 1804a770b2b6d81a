using SocialPolicy.Calendar;
using SocialPolicy.Reporting.Domain.Duties;

namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>A round that a duty's own date asks for.</summary>
/// <param name="Occurrence">Period, last safe day and cut-off.</param>
/// <param name="History">Due before the plan was tracked: shown, without lateness and without obligations.</param>
public sealed record DueRound(Occurrence Occurrence, bool History);

/// <summary>Which rounds of a dated duty are open on a day.</summary>
public static class DueRounds
{
    private const int DaysOfHistory = 400;

    /// <summary>
    /// The latest before the duty was tracked as history; all missed since; the next one. Whether it was asked an hour or a year
    /// ago makes no difference. Reports about other years than the plan's are not asked for.
    /// </summary>
    public static IEnumerable<DueRound> Of(ReportingSchedule schedule, PlanYears years, DateOnly trackFrom, DateOnly today, WorkingDays days)
    {
        var before = schedule.Between(trackFrom.AddDays(-DaysOfHistory), trackFrom.AddDays(-1), days)
            .LastOrDefault(occurrence => years.Hold(occurrence.Period));
        var missed = schedule.Between(trackFrom, today.AddDays(-1), days);
        var next = schedule.Next(trackFrom > today ? trackFrom : today, days);
        return
        [
            .. before is null ? [] : new[] { new DueRound(before, History: true) },
            .. missed.Append(next).OfType<Occurrence>().Where(occurrence => years.Hold(occurrence.Period))
                .Select(occurrence => new DueRound(occurrence, History: false)),
        ];
    }
}
