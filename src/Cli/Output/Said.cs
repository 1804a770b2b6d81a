using System.Globalization;
using Date = Google.Type.Date;

namespace SocialPolicy.Cli.Output;

/// <summary>What people say on the command line, as requests want it.</summary>
internal static class Said
{
    /// <summary>A resource name, given whole or by its id alone; a code <c>scheme:code</c> stays as it is.</summary>
    public static string NameOf(string said, string collection) =>
        said.Length == 0 || said.Contains('/', StringComparison.Ordinal) || said.Contains(':', StringComparison.Ordinal) ? said : $"{collection}/{said}";

    /// <exception cref="IOException">It is no date.</exception>
    public static Date Day(string said) => DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
        : throw new IOException($"'{said}' is no date; write it like 2026-11-24.");

    public static string NewRequest() => Guid.CreateVersion7().ToString();
}
