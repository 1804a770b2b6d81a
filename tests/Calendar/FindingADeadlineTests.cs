namespace SocialPolicy.Calendar;

public sealed class FindingADeadline
{
    [Theory]
    [InlineData(25, 11, 2026, "2026-11-24")] // "trước ngày 25/11"
    [InlineData(1, 12, 2026, "2026-11-30")]
    [InlineData(1, 1, 2027, "2026-12-31")]
    [InlineData(1, 3, 2028, "2028-02-29")]
    [InlineData(1, 3, 2027, "2027-02-28")]
    public void Excludes_the_day_named_after_truoc(int day, int month, int year, string last)
    {
        var due = new YearlyDate(day, month, inclusive: false).In(year);

        due.Date.ShouldBe(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
        due.Rule.ShouldBe(DueRule.OnTheDayBefore);
    }

    [Fact]
    public void Includes_the_day_named_after_cham_nhat()
    {
        var due = new YearlyDate(15, 12, inclusive: true).In(2026);

        due.Date.ShouldBe(new DateOnly(2026, 12, 15));
        due.Rule.ShouldBe(DueRule.OnTheDayNamed);
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-24")] // the last safe day itself is still ahead
    [InlineData("2026-11-25", "2027-11-24")] // the day named is already too late
    [InlineData("2026-01-01", "2026-11-24")]
    [InlineData("2026-12-31", "2027-11-24")]
    public void Takes_the_first_last_safe_day_on_or_after(string from, string expected) =>
        new Deadline(new YearlyDate(25, 11, inclusive: false)).Next(Day(from)).Date.ShouldBe(Day(expected));

    [Fact]
    public void Reaches_back_into_the_year_before_when_new_year_is_excluded() =>
        new Deadline(new YearlyDate(1, 1, inclusive: false)).Next(Day("2026-12-30")).Date.ShouldBe(Day("2026-12-31"));

    [Theory]
    [InlineData(2028, true, "2028-02-29", DueRule.OnTheDayNamed)]
    [InlineData(2027, true, "2027-02-28", DueRule.OnTheLastOfFebruary)]
    [InlineData(2028, false, "2028-02-28", DueRule.OnTheDayBefore)]
    [InlineData(2027, false, "2027-02-28", DueRule.OnTheLastOfFebruary)]
    public void Knows_leap_days(int year, bool inclusive, string expected, DueRule rule)
    {
        var due = new YearlyDate(29, 2, inclusive).In(year);

        due.Date.ShouldBe(Day(expected));
        due.Rule.ShouldBe(rule);
    }

    [Theory]
    [InlineData(31, 4)]
    [InlineData(30, 2)]
    [InlineData(0, 5)]
    [InlineData(1, 13)]
    public void Refuses_days_that_no_year_has(int day, int month) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new YearlyDate(day, month, inclusive: true));

    [Fact]
    public void Tells_from_what_it_was_computed()
    {
        var worded = new YearlyDate(15, 8, inclusive: true);
        var days = new WorkingDays([]);

        // 15 August 2026 is a Saturday.
        var due = new Deadline(worded, OffDayRule.Before).In(2026, days);

        due.ShouldBe(new DueDate(new DateOnly(2026, 8, 14), DueRule.MovedToTheWorkingDayBefore, new DueInputs(worded, 2026, new DateOnly(2026, 8, 15))));
        new Deadline(worded, OffDayRule.After).In(2026, days).Date.ShouldBe(new DateOnly(2026, 8, 17));
        new Deadline(worded).In(2026, days).Date.ShouldBe(new DateOnly(2026, 8, 15));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
