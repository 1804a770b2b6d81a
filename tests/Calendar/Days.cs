using System.Globalization;

namespace SocialPolicy.Calendar;

internal static class Days
{
    /// <summary>With the computed holidays of every year that the tables here go through.</summary>
    public static WorkingDays Seeded { get; } = WorkingDays.Seeded(2023, 2036);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
