using System.Globalization;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Tasks;

/// <summary>The last day that the time of a task names: "30/6/2026", "tháng 6/2026", "quý II năm 2026", "năm 2026".</summary>
internal static partial class StatedDay
{
    private static readonly string[] Quarters = ["i", "ii", "iii", "iv"];

    /// <summary>The latest day named; null when none is, or none that a calendar has.</summary>
    public static DateOnly? LastIn(string time)
    {
        var folded = TextFolding.Fold(time);
        return Day().Matches(folded).Select(OfDay)
            .Concat(Month().Matches(folded).Select(found => EndOf(Number(found, "year"), Number(found, "month"))))
            .Concat(Quarter().Matches(folded).Select(found => EndOf(Number(found, "year"), 3 * QuarterOf(found.Groups["quarter"].Value))))
            .Concat(Year().Matches(folded).Select(found => EndOf(Number(found, "year"), 12)))
            .Max();
    }

    private static DateOnly? OfDay(Match found)
    {
        var (year, month, day) = (Number(found, "year"), Number(found, "month"), Number(found, "day"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static DateOnly? EndOf(int year, int month) => month is >= 1 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;

    private static int QuarterOf(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Array.IndexOf(Quarters, written) + 1;

    private static int Number(Match found, string group) => int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<day>[0-9]{1,2})[/.-](?<month>[0-9]{1,2})[/.-](?<year>20[0-9]{2})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\btháng (?<month>[0-9]{1,2})( năm |/| )(?<year>20[0-9]{2})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Month();

    [GeneratedRegex(@"\bqu[ýí] (?<quarter>iv|i{1,3}|[1-4])( năm |/| )(?<year>20[0-9]{2})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"(?<!(tháng [0-9]{1,2}|qu[ýí] [iv0-9]{1,3}) )\bnăm (?<year>20[0-9]{2})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}
