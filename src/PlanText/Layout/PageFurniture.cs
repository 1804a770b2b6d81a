using System.Globalization;

namespace SocialPolicy.PlanText.Layout;

/// <summary>
/// Leaves out what belongs to a page and not to the text: page numbers on lines of their own ("2", "- 2 -", "2/7", "Trang 2") that
/// count up, and the running heads beside them. The line that follows knows that a page may have ended before it. The rows of a table
/// count up too, close together below their title.
/// </summary>
internal static class PageFurniture
{
    private const int LongestNumber = 12;
    private const int LongestHead = 120;
    private const int FewestPages = 2;
    private const int LongestRow = 1000;

    public static List<Line> Without(List<Line> lines)
    {
        var numbers = Numbers(lines);
        if (numbers.Count < FewestPages)
            return lines;
        var heads = Heads(lines, numbers);
        var kept = new List<Line>(lines.Count);
        var after = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (numbers.Contains(i) || (heads.Contains(lines[i].Text) && (numbers.Contains(i - 1) || numbers.Contains(i + 1))))
            {
                after = true;
                continue;
            }

            kept.Add(after ? lines[i] with { AfterBlank = true, AfterPage = true } : lines[i]);
            after = false;
        }

        return kept;
    }

    // Lines that are numbers and go up by one: page 1 may have none.
    private static HashSet<int> Numbers(List<Line> lines)
    {
        var found = new HashSet<int>();
        var next = 0;
        var (row, rowAt) = (0, 0);
        for (var i = 1; i < lines.Count; i++)
        {
            if (IsTableTitle(lines[i].Text))
                (row, rowAt) = (1, lines[i].Start);
            if (NumberOn(lines[i].Text) is not { } number)
                continue;
            if (number == row && lines[i].Start - rowAt <= LongestRow)
            {
                (row, rowAt) = (row + 1, lines[i].Start);
            }
            else if (next == 0 ? number <= FewestPages : number == next)
            {
                found.Add(i);
                next = number + 1;
            }
        }

        return found;
    }

    private static bool IsTableTitle(string line) => line.Split(' ', 2)[0] is "STT" or "TT";

    private static HashSet<string> Heads(List<Line> lines, HashSet<int> numbers) =>
        numbers.SelectMany(at => new[] { at - 1, at + 1 }).Where(at => at >= 0 && at < lines.Count && lines[at].Length <= LongestHead && !numbers.Contains(at))
            .Select(at => lines[at].Text).CountBy(text => text, StringComparer.Ordinal).Where(head => head.Value >= Math.Max(FewestPages, numbers.Count - 1)).Select(head => head.Key)
            .ToHashSet(StringComparer.Ordinal);

    private static int? NumberOn(string line)
    {
        if (line.Length > LongestNumber)
            return null;
        var words = line.Trim('-', '–', ' ', '.').Replace(" ", "", StringComparison.Ordinal);
        if (words.StartsWith("Trang", StringComparison.OrdinalIgnoreCase))
            words = words["Trang".Length..];
        var stroke = words.IndexOf('/', StringComparison.Ordinal);
        if (stroke >= 0 && !IsNumber(words[(stroke + 1)..]))
            return null;
        var number = stroke < 0 ? words : words[..stroke];
        return IsNumber(number) ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    private static bool IsNumber(string text) => text.Length is >= 1 and <= 3 && text.All(char.IsAsciiDigit);
}
