namespace SocialPolicy.Backups.Daily;

/// <summary>Once a day at an hour in Vietnam. A day that was missed, because nothing ran, is made up for.</summary>
internal static class Schedule
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The last time that a backup was due.</summary>
    public static DateTimeOffset LastDue(DateTimeOffset now, int hour)
    {
        var here = now.ToOffset(Vietnam);
        var today = new DateTimeOffset(here.Date.AddHours(hour), Vietnam);
        return today <= here ? today : today.AddDays(-1);
    }

    /// <summary>True when none has been taken since.</summary>
    public static bool IsDue(DateTimeOffset now, int hour, DateTimeOffset? newest) => newest is null || newest < LastDue(now, hour);
}
