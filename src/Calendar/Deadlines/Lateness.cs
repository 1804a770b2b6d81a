namespace SocialPolicy.Calendar;

/// <summary>Whether a day is late: the day of submission for what was submitted, today for what is still owed.</summary>
/// <param name="On">The day in Vietnam.</param>
/// <param name="LateAfter">The last day that is in time: <see cref="DueDate.LateAfter"/>.</param>
public readonly record struct Lateness(DateOnly On, DateOnly LateAfter)
{
    /// <summary>Calendar days late; 0 when in time (đúng hạn).</summary>
    public int Days => Math.Max(0, On.DayNumber - LateAfter.DayNumber);

    /// <summary>Whether it is late (quá hạn, nộp muộn).</summary>
    public bool IsLate => Days > 0;

    /// <summary>Both days and what follows from them.</summary>
    public Explanation Explain() => IsLate
        ? new("LATE", $"{On.Printed()} is {Days} {(Days == 1 ? "day" : "days")} after {LateAfter.Printed()}, the last day in time.", $"Ngày {On.Printed()} muộn {Days} ngày so với {LateAfter.Printed()}, ngày cuối cùng còn đúng hạn.")
        : new("IN_TIME", $"{On.Printed()} is in time: nothing is late up to {LateAfter.Printed()}.", $"Ngày {On.Printed()} còn đúng hạn: hạn cuối cùng là hết ngày {LateAfter.Printed()}.");
}
