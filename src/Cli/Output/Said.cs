using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Date = Google.Type.Date;

namespace SocialPolicy.Cli.Output;

/// <summary>What people say on the command line, as requests want it.</summary>
internal static class Said
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>A resource name, given whole or by its id alone; a code <c>scheme:code</c> stays as it is.</summary>
    public static string NameOf(string said, string collection) =>
        said.Length == 0 || said.Contains('/', StringComparison.Ordinal) || said.Contains(':', StringComparison.Ordinal) ? said : $"{collection}/{said}";

    /// <exception cref="IOException">It is no date.</exception>
    public static Date Day(string said) => DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
        : throw new IOException($"'{said}' is no date; write it like 2026-11-24.");

    /// <summary>A moment: a time with its offset, or the beginning of a day in Vietnam.</summary>
    /// <exception cref="IOException">It is neither.</exception>
    public static Timestamp Moment(string said)
    {
        if (DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Timestamp.FromDateTimeOffset(new(day.ToDateTime(TimeOnly.MinValue), Vietnam));
        return DateTimeOffset.TryParseExact(said, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? Timestamp.FromDateTimeOffset(time)
            : throw new IOException($"'{said}' is no moment; write it like 2026-11-24 or 2026-11-24T13:00+07:00.");
    }

    public static string NewRequest() => Guid.CreateVersion7().ToString();
}
