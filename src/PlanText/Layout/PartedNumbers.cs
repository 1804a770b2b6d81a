using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanText.Layout;

/// <summary>
/// Numbers and dates that a line end parts from the word before them, however the page is set: "Số:" above "309/KH-UBND", "ngày" above
/// "23 tháng 9". A bare number below such a word may be a cell of a table.
/// </summary>
internal static class PartedNumbers
{
    private const int LongestTail = 12;
    private const int ShortestSentence = 20;
    private const int YearLength = 4;
    private static readonly string Number = TextFolding.Fold("số");
    private static readonly string Day = TextFolding.Fold("ngày");
    private static readonly string Month = TextFolding.Fold("tháng");
    private static readonly string Year = TextFolding.Fold("năm");
    private static readonly string Article = TextFolding.Fold("điều");

    public static bool IsParted(Line previous, Line line)
    {
        if (!line.StartsDigit)
            return false;
        var before = TextFolding.Fold(previous.Text[^Math.Min(previous.Text.Length, LongestTail)..]).Split(' ')[^1].TrimEnd(':');
        var words = line.Text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        var second = words.Length > 1 ? TextFolding.Fold(words[1]) : "";
        return (before == Number && IsSymbol(words[0]))
            || (before == Day && (IsDate(words[0]) || second == Month))
            || (before == Month && second == Year)
            || (before == Year && previous.Text.Length >= ShortestSentence && IsYear(words[0]) && line.Text.Length > YearLength)
            || (before == Article && words[0].TrimEnd('.', ':').All(char.IsAsciiDigit));
    }

    private static bool IsSymbol(string word) => word.Contains('/', StringComparison.Ordinal) && word.Any(char.IsLetter);

    private static bool IsDate(string word) => word.Count(sign => sign is '/' or '-') == 2;

    private static bool IsYear(string word) => word.TrimEnd(';', ',', '.', ')', ':') is { Length: YearLength } year && year.All(char.IsAsciiDigit) && year[0] is '1' or '2';
}
