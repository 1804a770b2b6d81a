namespace SocialPolicy.Calendar;

/// <summary>A computed last safe day with all it was computed from.</summary>
/// <param name="Wording">The words.</param>
/// <param name="LastDay">The last day in time by the words alone.</param>
/// <param name="Move">How it was moved off a day off; null when it was not.</param>
public sealed record DueDate(Wording Wording, DateOnly LastDay, OffDayMove? Move = null)
{
    /// <summary>The last safe day: what is asked for and reminded of.</summary>
    public DateOnly Date => Move?.To ?? LastDay;

    /// <summary>Nobody is late up to this day. Never before <see cref="Date"/>, and later when the day was moved forward to be safe.</summary>
    public DateOnly LateAfter => Move?.NextWorkingDay ?? LastDay;

    /// <summary>The words, and the move if there was one.</summary>
    public Explanation Explain()
    {
        var said = Wording.Explain(LastDay);
        return (Move is null ? said : Move.Explain(said)).AsSentence();
    }
}

/// <summary>A last day moved off a day off.</summary>
/// <param name="Off">The day off.</param>
/// <param name="To">The day in its place.</param>
/// <param name="NextWorkingDay">The day that Bộ luật Dân sự 2015, Điều 148 gives.</param>
public sealed record OffDayMove(DayOff Off, DateOnly To, DateOnly NextWorkingDay)
{
    internal static OffDayMove Of(DayOff off, OffDayRule rule, WorkingDays days)
    {
        var next = days.FirstFrom(off.Date);
        return new OffDayMove(off, rule is OffDayRule.PreviousWorkingDay ? days.LastUpTo(off.Date) : next, next);
    }

    internal Explanation Explain(Explanation said)
    {
        var (english, vietnamese) = ($"{Off.Date.Printed()} is {Off.English}", $"{Off.Date.Printed()} là {Off.Vietnamese}");
        return To == NextWorkingDay
            ? said.And(
                "MOVED_TO_THE_WORKING_DAY_AFTER",
                $"{english}, so it moves to the next working day, {To.Printed()} (Civil Code art. 148)",
                $"{vietnamese} nên hạn chuyển sang ngày làm việc tiếp theo, {To.Printed()} (Điều 148 Bộ luật Dân sự)")
            : said.And(
                "MOVED_TO_THE_WORKING_DAY_BEFORE",
                $"{english}, so it is asked for on the working day before, {To.Printed()}, and is late only after {NextWorkingDay.Printed()}",
                $"{vietnamese} nên cần gửi vào ngày làm việc liền trước, {To.Printed()}, và chỉ bị coi là muộn sau ngày {NextWorkingDay.Printed()}");
    }
}
