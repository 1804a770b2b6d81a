using Spectre.Console;

namespace SocialPolicy.Cli.Output;

/// <summary>Lists for people.</summary>
internal static class Tables
{
    /// <summary>A table of plain texts, or one line when there is nothing to show.</summary>
    public static void Write(this IAnsiConsole console, string[] columns, IReadOnlyCollection<string[]> rows, string nothing)
    {
        if (rows.Count == 0)
        {
            console.WriteLine(nothing);
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(columns);
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        console.Write(table);
    }
}
