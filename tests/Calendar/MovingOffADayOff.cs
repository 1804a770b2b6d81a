using static SocialPolicy.Calendar.Days;

namespace SocialPolicy.Calendar;

public sealed class MovingOffADayOff
{
    [Theory]
    [InlineData("2024-12-01", "2024-11-30", "2024-11-29", "2024-12-02")] // Saturday
    [InlineData("2026-12-01", "2026-11-30", "2026-11-30", "2026-11-30")] // Monday
    [InlineData("2028-11-25", "2028-11-24", "2028-11-24", "2028-11-24")] // Friday: the 25th itself is the Saturday
    [InlineData("2029-11-25", "2029-11-24", "2029-11-23", "2029-11-26")] // Saturday
    [InlineData("2029-12-01", "2029-11-30", "2029-11-30", "2029-11-30")] // Friday
    [InlineData("2030-12-01", "2030-11-30", "2030-11-29", "2030-12-02")] // Saturday
    [InlineData("2024-06-30", "2024-06-29", "2024-06-28", "2024-07-01")] // Saturday
    [InlineData("2025-06-30", "2025-06-29", "2025-06-27", "2025-06-30")] // Sunday
    [InlineData("2028-12-31", "2028-12-30", "2028-12-29", "2029-01-02")] // Saturday, and 1/1 is a holiday
    [InlineData("2028-01-01", "2027-12-31", "2027-12-31", "2027-12-31")] // Friday
    [InlineData("2027-01-01", "2026-12-31", "2026-12-31", "2026-12-31")]
    [InlineData("2034-01-01", "2033-12-31", "2033-12-30", "2034-01-03")] // Saturday, 1/1 Sunday and its day in lieu
    [InlineData("2030-02-05", "2030-02-04", "2030-01-31", "2030-02-08")] // in the middle of Tết and its days in lieu
    [InlineData("2026-05-01", "2026-04-30", "2026-04-29", "2026-05-04")] // Victory Day before Labour Day and a weekend
    public void Goes_to_the_working_day_before_or_after(string named, string stays, string before, string after)
    {
        var wording = new NamedDay(Day(named), inclusive: false);

        wording.Due(Seeded).Date.ShouldBe(Day(stays));
        wording.Due(Seeded, OffDayRule.PreviousWorkingDay).Date.ShouldBe(Day(before));
        wording.Due(Seeded, OffDayRule.NextWorkingDay).Date.ShouldBe(Day(after));
    }

    [Fact]
    public void Looks_at_the_holidays_of_the_table()
    {
        var culture = new SpecialDay(Day("2026-11-24"), "Ngày Văn hóa Việt Nam", "Vietnam Culture Day", SpecialDayKind.Holiday);
        var before25November = new NamedDay(Day("2026-11-25"), inclusive: false);

        before25November.Due(Seeded, OffDayRule.PreviousWorkingDay).Date.ShouldBe(Day("2026-11-24"));
        before25November.Due(new WorkingDays([.. PublicHolidays.Seed(2026), culture]), OffDayRule.PreviousWorkingDay).Date.ShouldBe(Day("2026-11-23"));
    }

    [Fact]
    public void Says_so()
    {
        var wording = new NamedDay(2024, 12, 1, inclusive: false, Rhythm.Yearly);

        wording.Due(Seeded, OffDayRule.NextWorkingDay).Explain().ShouldBe(new Explanation(
            "MOVED_TO_THE_WORKING_DAY_AFTER",
            "Every year, before 01/12/2024: the day named no longer counts, 30/11/2024 is the last safe day; 30/11/2024 is a Saturday, so it moves to the next working day, 02/12/2024 (Civil Code art. 148).",
            "Hằng năm, trước ngày 01/12/2024: không tính ngày được nêu, ngày cuối cùng còn đúng hạn là 30/11/2024; 30/11/2024 là thứ Bảy nên hạn chuyển sang ngày làm việc tiếp theo, 02/12/2024 (Điều 148 Bộ luật Dân sự)."));
        wording.Due(Seeded, OffDayRule.PreviousWorkingDay).Explain().ShouldBe(new Explanation(
            "MOVED_TO_THE_WORKING_DAY_BEFORE",
            "Every year, before 01/12/2024: the day named no longer counts, 30/11/2024 is the last safe day; 30/11/2024 is a Saturday, so it is asked for on the working day before, 29/11/2024, and is late only after 02/12/2024.",
            "Hằng năm, trước ngày 01/12/2024: không tính ngày được nêu, ngày cuối cùng còn đúng hạn là 30/11/2024; 30/11/2024 là thứ Bảy nên cần gửi vào ngày làm việc liền trước, 29/11/2024, và chỉ bị coi là muộn sau ngày 02/12/2024."));
    }

    [Fact]
    public void Names_the_holiday() => new NamedDay(Day("2026-09-02"), inclusive: true).Due(Seeded, OffDayRule.NextWorkingDay).Explain().ShouldBe(new Explanation(
        "MOVED_TO_THE_WORKING_DAY_AFTER",
        "Once, by 02/09/2026: the day named still counts; 02/09/2026 is a day off (National Day), so it moves to the next working day, 03/09/2026 (Civil Code art. 148).",
        "Một lần, chậm nhất ngày 02/09/2026: tính cả ngày được nêu; 02/09/2026 là ngày nghỉ (Quốc khánh) nên hạn chuyển sang ngày làm việc tiếp theo, 03/09/2026 (Điều 148 Bộ luật Dân sự)."));
}
