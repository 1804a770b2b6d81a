using SocialPolicy.Calendar;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>The next time a reporting duty falls due, and why then.</summary>
/// <param name="Day">The last safe day, by the words alone.</param>
/// <param name="Explanation">Rule and inputs, one sentence.</param>
public sealed record NextDue(DateOnly Day, string Explanation)
{
    /// <summary>
    /// From <paramref name="today"/> on; null for a duty without a date, one that was due once and is past, one that recurs
    /// within a plan whose last year is over, and one whose frequency leaves open in which months the day named is meant.
    /// </summary>
    public static NextDue? Of(PlanDuty duty, DateOnly today, int? lastYear)
    {
        // The last day stays on days off here, so no table of holidays is asked.
        if (ScheduleOf(duty).Next(today, WorkingDays.WeekdaysOnly)?.Due is not { } due)
            return null;
        return duty.OnceOn is null && due.Date.Year > lastYear ? null : new NextDue(due.Date, due.Explain().English);
    }

    private static ReportingSchedule ScheduleOf(PlanDuty duty) =>
        new(FrequencyOf(duty.Frequency), duty.DeadlineDay, duty.DeadlineMonth, duty.DeadlineInclusive, duty.OnceOn);

    private static Frequency FrequencyOf(ReportingFrequency read) => read switch
    {
        ReportingFrequency.Annual => Frequency.Annual,
        ReportingFrequency.SixMonth => Frequency.SixMonth,
        ReportingFrequency.Quarterly => Frequency.Quarterly,
        ReportingFrequency.Monthly => Frequency.Monthly,
        ReportingFrequency.Weekly => Frequency.Weekly,
        ReportingFrequency.Daily => Frequency.Daily,
        ReportingFrequency.Once => Frequency.Once,
        ReportingFrequency.MidTerm => Frequency.MidTerm,
        ReportingFrequency.Final => Frequency.Final,
        ReportingFrequency.OnRequest => Frequency.OnRequest,
        _ => Frequency.Unstated,
    };
}
