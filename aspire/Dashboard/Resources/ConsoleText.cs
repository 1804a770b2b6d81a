using System.Text.RegularExpressions;

namespace SocialPolicy.Dashboard.Resources;

/// <summary>Console output as text: without the escape sequences that colour a terminal.</summary>
internal static partial class ConsoleText
{
    private const int LongestLine = 8_000;

    public static string Plain(string line)
    {
        var text = line.Contains('\e', StringComparison.Ordinal) ? Escapes().Replace(line, "") : line;
        return text.Length <= LongestLine ? text : string.Concat(text.AsSpan(0, LongestLine), " …");
    }

    [GeneratedRegex(@"\e(?:\[[0-?]*[ -/]*[@-~]|\][^\a\e]*(?:\a|\e\\)?|[@-Z\\-_])", RegexOptions.NonBacktracking)]
    private static partial Regex Escapes();
}
