using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialPolicy.Documents.Pdf;

/// <summary>Pages as one text: a blank line between them, their numbers left out.</summary>
internal static partial class PdfPages
{
    public static string Join(string text) => string.Join("\n\n", text.Replace("\0", "", StringComparison.Ordinal).Split('\f').Select((page, index) => Page(page, index + 1)).Where(page => page.Length > 0));

    private static string Page(string page, int number)
    {
        var lines = page.Split('\n').Select(line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        while (lines.Count > 0 && lines[0].Length == 0)
            lines.RemoveAt(0);
        if (lines.Count > 0 && Number().IsMatch(lines[^1]))
            lines.RemoveAt(lines.Count - 1);

        // At the top, where administrative documents have it, only the page's own number: a table may begin with any other.
        if (lines.Count > 0 && Number().Match(lines[0]).Groups["number"].Value == number.ToString(CultureInfo.InvariantCulture))
            lines.RemoveAt(0);
        return string.Join('\n', lines).Trim('\n');
    }

    [GeneratedRegex(@"^\s*[-–—]?\s*(?<number>\d{1,3})\s*[-–—]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
