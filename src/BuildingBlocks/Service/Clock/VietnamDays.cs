namespace SocialPolicy.BuildingBlocks.Service.Clock;

/// <summary>Days of the calendar that offices live by.</summary>
public static class VietnamDays
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>The day it is in Asia/Ho_Chi_Minh.</summary>
    public static DateOnly InVietnam(this DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Vietnam).DateTime);

    /// <summary>The day it is in Asia/Ho_Chi_Minh now.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().InVietnam();
}
