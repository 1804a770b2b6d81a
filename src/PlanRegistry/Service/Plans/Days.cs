namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>Days of the calendar the plans are written by.</summary>
internal static class Days
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>The day it is in Asia/Ho_Chi_Minh.</summary>
    public static DateOnly InVietnam(this DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Vietnam).DateTime);
}
