using static SocialPolicy.Calendar.Days;

namespace SocialPolicy.Calendar;

public sealed class ReadingADeadline
{
    [Theory]
    [InlineData(2026, 11, 25, "2026-11-24")] // "trước ngày 25/11"
    [InlineData(2026, 12, 1, "2026-11-30")]
    [InlineData(2027, 1, 1, "2026-12-31")]
    [InlineData(2028, 3, 1, "2028-02-29")]
    [InlineData(2027, 3, 1, "2027-02-28")]
    public void Excludes_the_day_named_after_truoc(int year, int month, int day, string last)
    {
        var due = new NamedDay(year, month, day, inclusive: false).Due(Seeded);

        due.Date.ShouldBe(Day(last));
        due.Explain().Rule.ShouldBe("ON_THE_DAY_BEFORE");
    }

    [Theory]
    [InlineData(2026, 12, 15, "2026-12-15")]
    [InlineData(2026, 12, 31, "2026-12-31")]
    [InlineData(2028, 2, 29, "2028-02-29")]
    [InlineData(2027, 1, 1, "2027-01-01")]
    public void Includes_the_day_named_after_cham_nhat(int year, int month, int day, string last)
    {
        var due = new NamedDay(year, month, day, inclusive: true).Due(Seeded);

        due.Date.ShouldBe(Day(last));
        due.Explain().Rule.ShouldBe("ON_THE_DAY_NAMED");
    }

    [Theory]
    [InlineData(2028, 2, 29, true, "2028-02-29", "ON_THE_DAY_NAMED")]
    [InlineData(2028, 2, 29, false, "2028-02-28", "ON_THE_DAY_BEFORE")]
    [InlineData(2027, 2, 29, true, "2027-02-28", "ON_THE_LAST_OF_FEBRUARY")]
    [InlineData(2027, 2, 29, false, "2027-02-28", "ON_THE_LAST_OF_FEBRUARY")]
    [InlineData(2100, 2, 29, true, "2100-02-28", "ON_THE_LAST_OF_FEBRUARY")]
    [InlineData(2028, 2, 30, true, "2028-02-29", "ON_THE_LAST_OF_THE_MONTH")]
    [InlineData(2026, 4, 31, false, "2026-04-30", "ON_THE_LAST_OF_THE_MONTH")]
    [InlineData(2026, 4, 30, false, "2026-04-29", "ON_THE_DAY_BEFORE")]
    public void Ends_with_a_month_that_lacks_the_day(int year, int month, int day, bool inclusive, string last, string rule)
    {
        var due = new NamedDay(year, month, day, inclusive).Due(Seeded);

        due.Date.ShouldBe(Day(last));
        due.Explain().Rule.ShouldBe(rule);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(32, 5)]
    [InlineData(1, 0)]
    [InlineData(1, 13)]
    public void Refuses_what_no_calendar_has(int day, int month) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new NamedDay(2026, month, day, inclusive: true));

    [Theory]
    [InlineData("2024-03-05", 30, "2024-04-04")]
    [InlineData("2024-01-30", 30, "2024-02-29")]
    [InlineData("2024-11-01", 30, "2024-12-02")] // 1/12 is a Sunday
    [InlineData("2026-01-20", 30, "2026-02-23")] // 19/2 is in Tết
    [InlineData("2033-12-02", 30, "2034-01-03")] // 1/1 is a Sunday, the 2nd its day in lieu
    public void Does_not_count_the_first_day_of_a_term_and_ends_it_on_a_working_day(string from, int days, string last) =>
        new Term(Day(from), days).Due(Seeded).Date.ShouldBe(Day(last));

    [Theory]
    [InlineData("2026-08-28", 5, "2026-09-08")] // over a weekend, 1 and 2 September, and another weekend
    [InlineData("2024-11-29", 1, "2024-12-02")]
    [InlineData("2024-11-30", 1, "2024-12-02")] // received on a Saturday
    [InlineData("2030-01-31", 1, "2030-02-08")] // over Tết
    public void Counts_working_days(string from, int days, string last)
    {
        var due = new WorkingTerm(Day(from), days).Due(Seeded, OffDayRule.PreviousWorkingDay);

        due.Date.ShouldBe(Day(last));
        due.Move.ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_a_term_without_days(int days)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Term(Day("2026-01-01"), days));
        Should.Throw<ArgumentOutOfRangeException>(() => new WorkingTerm(Day("2026-01-01"), days));
    }

    [Fact]
    public void Explains_a_term()
    {
        new Term(Day("2024-11-01"), 30).Due(Seeded).Explain().ShouldBe(new Explanation(
            "MOVED_TO_THE_WORKING_DAY_AFTER",
            "Within 30 days of 01/11/2024: the first day is not counted (Civil Code art. 147), 01/12/2024 is the last; 01/12/2024 is a Sunday, so it moves to the next working day, 02/12/2024 (Civil Code art. 148).",
            "Trong 30 ngày kể từ ngày 01/11/2024: không tính ngày đầu tiên (Điều 147 Bộ luật Dân sự), ngày cuối cùng là 01/12/2024; 01/12/2024 là Chủ nhật nên hạn chuyển sang ngày làm việc tiếp theo, 02/12/2024 (Điều 148 Bộ luật Dân sự)."));
        new WorkingTerm(Day("2024-11-29"), 1).Due(Seeded).Explain().ShouldBe(new Explanation(
            "WITHIN_WORKING_DAYS",
            "Within 1 working day of 29/11/2024: neither the first day nor days off are counted, 02/12/2024 is the last.",
            "Trong 1 ngày làm việc kể từ ngày 29/11/2024: không tính ngày đầu tiên và ngày nghỉ, ngày cuối cùng là 02/12/2024."));
    }

    [Theory]
    [InlineData(2026, 11, 25, false, "Every year, before 25/11/2026: the day named no longer counts, 24/11/2026 is the last safe day.", "Hằng năm, trước ngày 25/11/2026: không tính ngày được nêu, ngày cuối cùng còn đúng hạn là 24/11/2026.")]
    [InlineData(2026, 11, 25, true, "Every year, by 25/11/2026: the day named still counts.", "Hằng năm, chậm nhất ngày 25/11/2026: tính cả ngày được nêu.")]
    [InlineData(2027, 2, 29, true, "Every year, by the end of February 2027: that year has no 29th.", "Hằng năm, đến hết tháng 02/2027: năm đó không có ngày 29/02.")]
    [InlineData(2026, 4, 31, true, "Every year, by the end of 04/2026: that month has no day 31.", "Hằng năm, đến hết tháng 04/2026: tháng đó không có ngày 31.")]
    public void Explains_a_day_named(int year, int month, int day, bool inclusive, string english, string vietnamese)
    {
        var explanation = new NamedDay(year, month, day, inclusive, Rhythm.Yearly).Due(Seeded).Explain();

        (explanation.English, explanation.Vietnamese).ShouldBe((english, vietnamese));
    }
}
