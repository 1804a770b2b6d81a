using static SocialPolicy.Calendar.Days;

namespace SocialPolicy.Calendar;

public sealed class CountingWorkingDays
{
    // National Day 2026: Wednesday 2 September, with the 1st; Friday the 4th stands for a day exchanged against a Saturday.
    private readonly WorkingDays days = new(
    [
        new(Day("2026-09-01"), "Quốc khánh (ngày liền kề)", "National Day (adjacent day)", SpecialDayKind.Holiday),
        new(Day("2026-09-02"), "Quốc khánh", "National Day", SpecialDayKind.Holiday),
        new(Day("2026-09-04"), "Nghỉ hoán đổi", "Swapped day off", SpecialDayKind.Compensatory),
        new(Day("2026-09-12"), "Làm bù", "Swapped working day", SpecialDayKind.SwappedWorkingDay),
    ]);

    [Theory]
    [InlineData("2026-08-31", true)]
    [InlineData("2026-09-01", false)]
    [InlineData("2026-09-03", true)]
    [InlineData("2026-09-04", false)]
    [InlineData("2026-09-05", false)]
    [InlineData("2026-09-12", true)]
    [InlineData("2026-09-13", false)]
    public void Leaves_out_weekends_and_holidays(string day, bool working) => days.IsWorking(Day(day)).ShouldBe(working);

    [Theory]
    [InlineData(0, "2026-08-31")]
    [InlineData(1, "2026-09-03")]
    [InlineData(2, "2026-09-07")]
    [InlineData(6, "2026-09-11")]
    [InlineData(7, "2026-09-12")]
    [InlineData(8, "2026-09-14")]
    public void Steps_over_them(int count, string expected) => days.Add(Day("2026-08-31"), count).ShouldBe(Day(expected));

    [Fact]
    public void Finds_the_nearest_one()
    {
        days.LastUpTo(Day("2026-09-06")).ShouldBe(Day("2026-09-03"));
        days.FirstFrom(Day("2026-09-04")).ShouldBe(Day("2026-09-07"));
        days.Before(Day("2026-09-03")).ShouldBe(Day("2026-08-31"));
        days.Before(Day("2026-09-14")).ShouldBe(Day("2026-09-12"));
    }

    [Theory]
    [InlineData("2026-09-02", "a day off (National Day)", "ngày nghỉ (Quốc khánh)")]
    [InlineData("2026-09-05", "a Saturday", "thứ Bảy")]
    [InlineData("2026-09-06", "a Sunday", "Chủ nhật")]
    public void Tells_why_offices_are_closed(string day, string english, string vietnamese) =>
        days.WhyOff(Day(day)).ShouldBe(new DayOff(Day(day), english, vietnamese));
}
