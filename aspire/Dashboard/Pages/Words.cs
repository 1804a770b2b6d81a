using System.Globalization;

namespace SocialPolicy.Dashboard.Pages;

/// <summary>Numbers, times and spans of time as people read them.</summary>
internal static class Words
{
    /// <summary>The platform's own time zone, which knows no summer time: UTC+7.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset time) => time.ToOffset(Offset).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>How long a span took, with three digits that matter.</summary>
    public static string Duration(TimeSpan time) => time.TotalMilliseconds switch
    {
        < 1 => Invariant($"{time.TotalMicroseconds:0} µs"),
        < 10 => Invariant($"{time.TotalMilliseconds:0.00} ms"),
        < 100 => Invariant($"{time.TotalMilliseconds:0.0} ms"),
        < 1_000 => Invariant($"{time.TotalMilliseconds:0} ms"),
        < 60_000 => Invariant($"{time.TotalSeconds:0.00} s"),
        _ => Uptime(time),
    };

    /// <summary>How long something has been up, in its two greatest units.</summary>
    public static string Uptime(TimeSpan time) => time.TotalSeconds switch
    {
        < 0 => "0 s",
        < 60 => Invariant($"{time.Seconds} s"),
        < 3_600 => Invariant($"{time.Minutes} min {time.Seconds} s"),
        < 86_400 => Invariant($"{time.Hours} h {time.Minutes} min"),
        _ => Invariant($"{time.Days} d {time.Hours} h"),
    };

    public static string TraceId(UInt128 id) => id.ToString("x32", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
