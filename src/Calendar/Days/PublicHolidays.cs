namespace SocialPolicy.Calendar;

/// <summary>
/// The eleven paid holidays of Bộ luật Lao động 2019, Điều 112, computed as a first filling of the table of holidays. Each
/// year the Prime Minister settles which five days of Tết and which neighbour of 2/9 are off, and which days are swapped:
/// then the rows are edited. A holiday that is not law yet (24/11, Ngày Văn hóa Việt Nam, of Nghị quyết 80-NQ/TW 2026) is
/// not in the seed; once enacted it is a row like any other, with <see cref="InLieuOf"/> for its compensatory day.
/// </summary>
public static class PublicHolidays
{
    /// <summary>The holidays of a solar year with their compensatory days, in order of date.</summary>
    public static IReadOnlyList<SpecialDay> Seed(int year)
    {
        List<SpecialDay> rows = [.. Tet(year), .. FixedIn(year)];
        foreach (var holiday in rows.OrderBy(row => row.Date).ToList())
        {
            if (InLieuOf(holiday, new WorkingDays(rows)) is { } compensatory)
                rows.Add(compensatory);
        }

        return [.. rows.OrderBy(row => row.Date)];
    }

    /// <summary>
    /// The working day that is off because the holiday falls on a weekly rest day (nghỉ bù: Bộ luật Lao động 2019, Điều 111.3:
    /// the next working day); null when it falls on a weekday.
    /// </summary>
    public static SpecialDay? InLieuOf(SpecialDay holiday, WorkingDays days) => WorkingDays.WeekdaysOnly.IsWorking(holiday.Date)
        ? null
        : new SpecialDay(days.FirstFrom(holiday.Date), $"Nghỉ bù {holiday.NameVi}", $"In lieu of {holiday.NameEn}", SpecialDayKind.Compensatory);

    // The last day of the old lunar year and the first four of the new one; 2024 and 2025 had two and three.
    private static IEnumerable<SpecialDay> Tet(int year)
    {
        var first = new LunarDate(1, 1, year).ToSolar();
        return Enumerable.Range(-1, 5).Select(offset => Off(first.AddDays(offset), "Tết Nguyên đán", "Lunar New Year (Tết)"));
    }

    private static IEnumerable<SpecialDay> FixedIn(int year)
    {
        var national = new DateOnly(year, 9, 2);
        return
        [
            Off(new DateOnly(year, 1, 1), "Tết Dương lịch", "New Year's Day"),
            Off(new LunarDate(10, 3, year).ToSolar(), "Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day"),
            Off(new DateOnly(year, 4, 30), "Ngày Chiến thắng", "Victory Day"),
            Off(new DateOnly(year, 5, 1), "Ngày Quốc tế lao động", "International Labour Day"),
            Off(national, "Quốc khánh", "National Day"),
            Off(national.AddDays(NeighbourOf(national)), "Quốc khánh (ngày liền kề)", "National Day (adjacent day)"),
        ];
    }

    // The side on which the two days join the nearer weekend.
    private static int NeighbourOf(DateOnly national) => national.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Monday or DayOfWeek.Thursday ? 1 : -1;

    private static SpecialDay Off(DateOnly day, string nameVi, string nameEn) => new(day, nameVi, nameEn, SpecialDayKind.Holiday);
}
