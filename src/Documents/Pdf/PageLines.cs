using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialPolicy.Documents.Pdf;

/// <summary>The lines at the ends of pages that belong to the page and not to the text: its number, running heads and feet.</summary>
internal static partial class PageLines
{
    private const int FewestPages = 3;
    private const int MostLines = 3;

    /// <summary>Removes blank lines at both ends.</summary>
    public static void Trim(List<string> lines)
    {
        while (lines is [.., ""])
            lines.RemoveAt(lines.Count - 1);
        var first = lines.FindIndex(line => line.Length > 0);
        if (first > 0)
            lines.RemoveRange(0, first);
    }

    /// <summary>
    /// Removes what says the same on most pages but for its numbers, and one number at each end of a page: at the foot any, at the top,
    /// where administrative documents have it, only the page's own, as a table may begin with any other.
    /// </summary>
    /// <param name="tops">The first lines of each page, as far as they are text.</param>
    /// <param name="feet">The last ones; those of a page that is all text are the same list.</param>
    public static void RemoveFurniture(IReadOnlyList<List<string>> tops, IReadOnlyList<List<string>> feet)
    {
        RemoveRunning(tops, isTop: true);
        RemoveRunning(feet, isTop: false);
        for (var i = 0; i < tops.Count; i++)
        {
            if (feet[i] is [.., var last] && Number().IsMatch(last))
                Remove(feet[i], isTop: false);
            if (tops[i] is [var first, ..] && Number().Match(first).Groups["number"].Value == (i + 1).ToString(CultureInfo.InvariantCulture))
                Remove(tops[i], isTop: true);
        }

        RemoveRunning(tops, isTop: true);
        RemoveRunning(feet, isTop: false);
    }

    // A bare number is no running line: values of a table stand at the ends of pages too.
    private static void RemoveRunning(IReadOnlyList<List<string>> pages, bool isTop)
    {
        for (var round = 0; round < MostLines; round++)
        {
            var ends = pages.Where(lines => lines.Count > 0).Select(lines => (Lines: lines, Line: lines[isTop ? 0 : ^1].Trim()))
                .Where(end => !Number().IsMatch(end.Line)).Select(end => (end.Lines, Shape: Digits().Replace(end.Line, "0"))).ToList();
            var running = ends.CountBy(end => end.Shape, StringComparer.Ordinal).OrderByDescending(shape => shape.Value).FirstOrDefault();
            if (running.Value < FewestPages || running.Value * 3 < pages.Count * 2)
                return;
            foreach (var (lines, _) in ends.Where(end => end.Shape == running.Key))
                Remove(lines, isTop);
        }
    }

    private static void Remove(List<string> lines, bool isTop)
    {
        lines.RemoveAt(isTop ? 0 : lines.Count - 1);
        Trim(lines);
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\s*[-–—]?\s*(?<number>\d{1,3})\s*[-–—]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
