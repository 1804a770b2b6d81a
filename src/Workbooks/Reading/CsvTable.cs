using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Workbooks.Reading;

/// <summary>
/// Values between commas or semicolons (RFC 4180, and as offices write it where the comma stands before the fraction). Which of the two
/// it is, the first row says.
/// </summary>
internal static class CsvTable
{
    private const int MostColumns = 1000;

    public static Table Of(string text)
    {
        var separator = SeparatorOf(text);
        return new(separator == ';' ? DecimalMark.Comma : DecimalMark.Point, Rows(text, separator));
    }

    private static char SeparatorOf(string text)
    {
        var (commas, semicolons, quoted) = (0, 0, false);
        foreach (var sign in text)
        {
            if (sign is '\n' or '\r' && !quoted)
                break;
            quoted ^= sign == '"';
            commas += sign == ',' && !quoted ? 1 : 0;
            semicolons += sign == ';' && !quoted ? 1 : 0;
        }

        return semicolons > commas ? ';' : ',';
    }

    private static IEnumerable<TableRow> Rows(string text, char separator)
    {
        var at = 0;
        for (var number = 1; at < text.Length; number++)
        {
            var cells = new List<TableCell>();
            do
            {
                Check.Rule(new TablesAreReadable(cells.Count < MostColumns, $"row {number} has more than {MostColumns} columns"));
                cells.Add(new(CsvText.Unguarded(Field(text, separator, number, ref at)), IsNumber: false));
            }
            while (Passes(text, separator, ref at));

            yield return new(number, cells);
        }
    }

    // Over the separator, and then there is another field; or over the end of the line.
    private static bool Passes(string text, char separator, ref int at)
    {
        if (at >= text.Length)
            return false;
        if (text[at] == separator)
        {
            at++;
            return true;
        }

        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        return false;
    }

    private static string Field(string text, char separator, int number, ref int at)
    {
        if (at < text.Length && text[at] == '"')
            return Quoted(text, separator, number, ref at);
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r'))
            at++;
        return text[start..at].Trim();
    }

    private static string Quoted(string text, char separator, int number, ref int at)
    {
        var field = new StringBuilder();
        for (at++; ; at++)
        {
            Check.Rule(new TablesAreReadable(at < text.Length, $"a quoted field of row {number} does not end"));
            if (text[at] != '"')
                field.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                field.Append(text[at++]);
            else
                break;
        }

        at++;
        Check.Rule(new TablesAreReadable(at >= text.Length || text[at] == separator || text[at] is '\n' or '\r', $"a quoted field of row {number} goes on behind its quotes"));
        return field.ToString().Trim();
    }
}
