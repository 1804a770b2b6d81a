using SocialPolicy.Calendar;

namespace SocialPolicy.Indicators.UnitTests.Ratings;

internal static class Periods
{
    public static ReportingPeriod Period(this string text) => ReportingPeriod.TryParse(text, out var period) ? period : throw new FormatException(text);
}
