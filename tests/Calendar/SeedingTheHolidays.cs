using System.Globalization;
using static SocialPolicy.Calendar.Days;

namespace SocialPolicy.Calendar;

public sealed class SeedingTheHolidays
{
    [Theory]
    [InlineData("2024-02-10")]
    [InlineData("2025-01-29")]
    [InlineData("2026-02-17")]
    [InlineData("2027-02-06")]
    [InlineData("2028-01-26")]
    [InlineData("2029-02-13")]
    [InlineData("2030-02-02")] // China has the 3rd
    [InlineData("2031-01-23")]
    [InlineData("2032-02-11")]
    [InlineData("2033-01-31")]
    [InlineData("2034-02-19")]
    [InlineData("2035-02-08")]
    [InlineData("2007-02-17")] // China had the 18th
    [InlineData("1985-01-21")] // China had 20 February: its leap month came earlier
    [InlineData("1968-01-29")] // the south still kept the 30th
    public void Begins_the_lunar_year_in_Vietnam(string tet) => new LunarDate(1, 1, Day(tet).Year).ToSolar().ShouldBe(Day(tet));

    [Theory]
    [InlineData("2024-04-18")]
    [InlineData("2025-04-07")]
    [InlineData("2026-04-26")]
    [InlineData("2027-04-16")]
    [InlineData("2028-04-04")]
    [InlineData("2029-04-23")]
    [InlineData("2030-04-12")]
    [InlineData("2031-04-01")] // before a leap third month
    [InlineData("2032-04-19")]
    [InlineData("2033-04-09")]
    [InlineData("2034-04-28")]
    [InlineData("2035-04-17")]
    public void Keeps_the_Hung_Kings_day_on_the_tenth_of_the_third_month(string day) =>
        NamesOn(day).ShouldContain("Giỗ Tổ Hùng Vương");

    // An oracle of other makers: both calendars follow the same rules and differ only by the hour of their meridians.
    [Fact]
    public void Agrees_with_the_calendar_of_China_but_for_the_hour_between_them()
    {
        var china = new ChineseLunisolarCalendar();
        var differing = Enumerable.Range(2008, 60).Where(year => DateOnly.FromDateTime(china.ToDateTime(year, 1, 1, 0, 0, 0, 0)) != new LunarDate(1, 1, year).ToSolar());

        differing.ShouldBe([2030, 2053]);
    }

    [Fact]
    public void Gives_plain_rows_in_order() => PublicHolidays.Seed(2026).Select(row => (row.Date.ToString("dd/MM", CultureInfo.InvariantCulture), row.NameVi, row.Kind)).ShouldBe(
    [
        ("01/01", "Tết Dương lịch", SpecialDayKind.Holiday),
        ("16/02", "Tết Nguyên đán", SpecialDayKind.Holiday),
        ("17/02", "Tết Nguyên đán", SpecialDayKind.Holiday),
        ("18/02", "Tết Nguyên đán", SpecialDayKind.Holiday),
        ("19/02", "Tết Nguyên đán", SpecialDayKind.Holiday),
        ("20/02", "Tết Nguyên đán", SpecialDayKind.Holiday),
        ("26/04", "Giỗ Tổ Hùng Vương", SpecialDayKind.Holiday),
        ("27/04", "Nghỉ bù Giỗ Tổ Hùng Vương", SpecialDayKind.Compensatory),
        ("30/04", "Ngày Chiến thắng", SpecialDayKind.Holiday),
        ("01/05", "Ngày Quốc tế lao động", SpecialDayKind.Holiday),
        ("01/09", "Quốc khánh (ngày liền kề)", SpecialDayKind.Holiday),
        ("02/09", "Quốc khánh", SpecialDayKind.Holiday),
    ]);

    [Theory]
    [InlineData(2024, "2024-02-14", "2024-02-15")] // mùng 1 and 2 on Saturday and Sunday
    [InlineData(2025, "2025-02-03")] // mùng 4 on Saturday
    [InlineData(2026, "2026-04-27")] // Giỗ tổ on Sunday
    [InlineData(2027, "2027-02-10", "2027-02-11", "2027-05-03")] // mùng 1 and 2; 1/5 on Saturday
    [InlineData(2028, "2028-01-03", "2028-01-31", "2028-05-02", "2028-09-04")] // 1/1 Sat, mùng 4 Sat, 30/4 Sun and 1/5 Mon, 2/9 Sat
    [InlineData(2029, "2029-09-04")] // 2/9 Sun and 3/9 Mon
    [InlineData(2030, "2030-02-06", "2030-02-07")] // mùng 1 and 2
    [InlineData(2031, "2031-01-27", "2031-01-28")] // mùng 3 and 4
    [InlineData(2032, "2032-02-16", "2032-05-03")] // mùng 4 and 1/5 on Saturday
    [InlineData(2033, "2033-01-03", "2033-02-04", "2033-04-11", "2033-05-02", "2033-05-03")] // 1/1 Sat, the old year's last day Sun, Giỗ tổ Sat, 30/4 Sat, 1/5 Sun
    [InlineData(2034, "2034-01-02", "2034-02-23", "2034-02-24", "2034-05-02", "2034-09-04")] // 1/1 Sun, the last day Sat and mùng 1 Sun, 30/4 Sun, 2/9 Sat
    [InlineData(2035, "2035-02-12", "2035-02-13", "2035-09-04")] // mùng 3 and 4, 2/9 Sun and 3/9 Mon
    public void Adds_the_next_working_day_for_a_holiday_on_a_rest_day(int year, params string[] days) =>
        PublicHolidays.Seed(year).Where(row => row.Kind is SpecialDayKind.Compensatory).Select(row => row.Date).ShouldBe(days.Select(Day));

    [Fact]
    public void Gives_eleven_days_off_on_weekdays_every_year()
    {
        foreach (var year in Enumerable.Range(2024, 100))
        {
            var rows = PublicHolidays.Seed(year);

            rows.Count(row => WorkingDays.WeekdaysOnly.IsWorking(row.Date)).ShouldBe(11, $"{year}");
            rows.Count(row => row.Kind is SpecialDayKind.Holiday).ShouldBe(11, $"{year}");
            rows.ShouldAllBe(row => row.Date.Year == year);
            rows.Select(row => row.Date).ShouldBeUnique($"{year}");
        }
    }

    [Fact]
    public void Leaves_out_a_holiday_that_is_not_law_and_takes_it_once_it_is()
    {
        var culture = new SpecialDay(Day("2029-11-24"), "Ngày Văn hóa Việt Nam", "Vietnam Culture Day", SpecialDayKind.Holiday);
        var seed = PublicHolidays.Seed(2029);
        seed.ShouldNotContain(row => row.Date.Month == 11);

        var inLieu = PublicHolidays.InLieuOf(culture, new WorkingDays([.. seed, culture]));

        inLieu.ShouldBe(new SpecialDay(Day("2029-11-26"), "Nghỉ bù Ngày Văn hóa Việt Nam", "In lieu of Vietnam Culture Day", SpecialDayKind.Compensatory));
        PublicHolidays.InLieuOf(culture with { Date = Day("2026-11-24") }, new WorkingDays(seed)).ShouldBeNull();
    }

    private static IEnumerable<string> NamesOn(string day) => PublicHolidays.Seed(Day(day).Year).Where(row => row.Date == Day(day)).Select(row => row.NameVi);
}
