using System.Text;

namespace SocialPolicy.Workbooks;

/// <summary>
/// Texts of a CSV file. An office program takes what begins like a formula for one (CWE-1236): such a text carries an apostrophe, which
/// it loses when it is read.
/// </summary>
public static class CsvText
{
    private const char Guard = '\'';

    /// <summary>A field with what it needs around it.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="separator">Of the file.</param>
    public static string Field(string text, char separator)
    {
        var guarded = text.Length > 0 && (text[0] == Guard || Cells.BeginsAFormula(text)) ? $"{Guard}{text}" : text;
        return guarded.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) < 0 && guarded.Trim().Length == guarded.Length
            ? guarded
            : $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A line of fields.</summary>
    public static StringBuilder AppendFields(this StringBuilder file, IEnumerable<string> fields, char separator) =>
        file.AppendJoin(separator, fields).Append("\r\n");

    /// <summary>What was guarded.</summary>
    internal static string Unguarded(string field) =>
        field.Length > 1 && field[0] == Guard && (field[1] == Guard || Cells.BeginsAFormula(field[1..])) ? field[1..] : field;
}
