using static SocialPolicy.Calendar.Days;

namespace SocialPolicy.Calendar;

public sealed class JudgingLateness
{
    // Before 01/12/2024: the last safe day is a Saturday.
    [Theory]
    [InlineData(OffDayRule.Stay, "2024-11-30", 0)]
    [InlineData(OffDayRule.Stay, "2024-12-01", 1)]
    [InlineData(OffDayRule.NextWorkingDay, "2024-12-02", 0)]
    [InlineData(OffDayRule.NextWorkingDay, "2024-12-03", 1)]
    [InlineData(OffDayRule.PreviousWorkingDay, "2024-11-30", 0)]
    [InlineData(OffDayRule.PreviousWorkingDay, "2024-12-02", 0)]
    [InlineData(OffDayRule.PreviousWorkingDay, "2024-12-05", 3)]
    public void Begins_after_the_last_day_in_time(OffDayRule rule, string on, int daysLate)
    {
        var due = new NamedDay(Day("2024-12-01"), inclusive: false).Due(Seeded, rule);

        var lateness = new Lateness(Day(on), due.LateAfter);

        lateness.Days.ShouldBe(daysLate);
        lateness.IsLate.ShouldBe(daysLate > 0);
    }

    [Fact]
    public void Never_begins_before_the_last_safe_day_or_the_words_say_so()
    {
        var days = Enumerable.Range(0, 12 * 365).Select(Day("2024-01-01").AddDays);
        var dues = days.SelectMany(day => Enum.GetValues<OffDayRule>().Select(rule => new NamedDay(day, inclusive: true).Due(Seeded, rule)));

        dues.Where(due => due.LateAfter < due.Date || due.LateAfter < due.LastDay).ShouldBeEmpty();
    }

    [Fact]
    public void Explains_itself()
    {
        new Lateness(Day("2024-12-03"), Day("2024-12-02")).Explain().ShouldBe(new Explanation(
            "LATE",
            "03/12/2024 is 1 day after 02/12/2024, the last day in time.",
            "Ngày 03/12/2024 muộn 1 ngày so với 02/12/2024, ngày cuối cùng còn đúng hạn."));
        new Lateness(Day("2024-12-05"), Day("2024-12-02")).Explain().English.ShouldBe("05/12/2024 is 3 days after 02/12/2024, the last day in time.");
        new Lateness(Day("2024-12-02"), Day("2024-12-02")).Explain().ShouldBe(new Explanation(
            "IN_TIME",
            "02/12/2024 is in time: nothing is late up to 02/12/2024.",
            "Ngày 02/12/2024 còn đúng hạn: hạn cuối cùng là hết ngày 02/12/2024."));
    }
}
