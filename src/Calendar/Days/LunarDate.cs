namespace SocialPolicy.Calendar;

/// <summary>
/// A day of the Vietnamese lunar calendar (âm lịch), reckoned at UTC+7 by Hồ Ngọc Đức's rules: a month begins on the day of
/// a new moon, the eleventh holds the winter solstice, and of thirteen months between two solstices the first in which the
/// sun enters no new sign is a leap one. China reckons at UTC+8 and so now and then has another day: Tết 2030 is
/// 2 February in Vietnam and the 3rd in China.
/// </summary>
/// <param name="Day">1 to 30.</param>
/// <param name="Month">1 to 12; an ordinary month, never the leap one of that number.</param>
/// <param name="Year">The solar year in which the lunar year begins, 1800 to 2199.</param>
public readonly record struct LunarDate(int Day, int Month, int Year)
{
    private const double UtcPlus7 = 7 / 24.0;
    private const int JulianOfDayZero = 1721426;
    private const int NoLeapYear = 365;

    /// <summary>The solar day (dương lịch).</summary>
    public DateOnly ToSolar()
    {
        var solsticeYear = Month < 11 ? Year - 1 : Year;
        var (eleventh, next) = (Eleventh(solsticeYear), Eleventh(solsticeYear + 1));
        var offset = (Month + 1) % 12;
        if (DayOf(next) - DayOf(eleventh) > NoLeapYear && offset >= LeapOffset(eleventh))
            offset++;
        return DateOnly.FromDayNumber(DayOf(eleventh + offset) + Day - 1 - JulianOfDayZero);
    }

    // The number of the new moon that begins the eleventh month of a year.
    private static int Eleventh(int year)
    {
        var yearEnd = new DateOnly(year, 12, 31).DayNumber + JulianOfDayZero;
        var number = (int)Math.Floor((yearEnd - MoonAndSun.FirstNewMoon) / MoonAndSun.Lunation);
        return SignOn(DayOf(number)) >= 9 ? number - 1 : number;
    }

    // How many months after the eleventh the leap month comes: the first that ends in the sign it began in.
    private static int LeapOffset(int eleventh) =>
        Enumerable.Range(1, 13).First(offset => SignOn(DayOf(eleventh + offset)) == SignOn(DayOf(eleventh + offset + 1)));

    // Julian day on which the new moon falls in Vietnam.
    private static int DayOf(int newMoon) => (int)Math.Floor(MoonAndSun.NewMoon(newMoon) + 0.5 + UtcPlus7);

    // Which twelfth of its way the sun is in as the day begins in Vietnam; 9 begins with the winter solstice.
    private static int SignOn(int julianDay) => (int)(MoonAndSun.SunLongitude(julianDay - 0.5 - UtcPlus7) / 30);
}
