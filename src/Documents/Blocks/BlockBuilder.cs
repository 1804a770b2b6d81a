using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Blocks;

/// <summary>
/// Collects what a reader meets in the order it meets it. Whatever is opened and closed in a wrong order gives some blocks
/// and never fails; tables nested beyond reason give their text to the cell around them.
/// </summary>
internal sealed class BlockBuilder
{
    private const int DeepestTable = 16;
    private const string Bullet = "- ";
    private const string Bullets = "-–—•+*";

    private readonly List<Block> blocks = [];
    private readonly Stack<OpenTable> tables = new();
    private readonly Stack<string> waiting = new();
    private readonly StringBuilder line = new();
    private int tooDeep;
    private int length;

    /// <summary>The sign before the one to come; a line break at the beginning of a paragraph.</summary>
    public char Last => line.Length == 0 ? '\n' : line[^1];

    /// <summary>Adds to the paragraph.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Count(text.Length);
        line.Append(text);
    }

    /// <summary>Ends the line, not the paragraph.</summary>
    public void Break() => Append("\n");

    /// <summary>Ends the paragraph, if there is any; true when there was. A bullet is not set before one that was typed.</summary>
    public bool EndParagraph(string marker = "", bool isCentred = false)
    {
        var text = Trimmed(line.ToString());
        line.Clear();
        if (text.Length == 0)
            return false;
        Count(marker.Length + 1);
        Here.Add(new Paragraph(marker == Bullet && Bullets.Contains(text[0], StringComparison.Ordinal) ? text : marker + text, isCentred));
        return true;
    }

    /// <summary>Puts the paragraph aside while others stand inside it, as in a text box.</summary>
    public void Suspend()
    {
        waiting.Push(line.ToString());
        line.Clear();
    }

    /// <summary>Goes on with the paragraph put aside last.</summary>
    public void Resume()
    {
        EndParagraph();
        if (waiting.TryPop(out var text))
            line.Append(text);
    }

    public void BeginTable()
    {
        EndParagraph();
        if (tables.Count < DeepestTable)
            tables.Push(new OpenTable());
        else
            tooDeep++;
    }

    public void EndTable()
    {
        EndParagraph();
        if (tooDeep > 0)
            tooDeep--;
        else if (tables.TryPop(out var table) && table.Close() is { Rows.Count: > 0 } closed)
            Here.Add(closed);
    }

    public void BeginRow()
    {
        EndParagraph();
        if (tooDeep == 0 && tables.TryPeek(out var table))
            table.BeginRow();
    }

    /// <summary>Ends the row; one that is <paramref name="isDropped"/> was never there.</summary>
    public void EndRow(bool isDropped = false)
    {
        EndParagraph();
        if (tooDeep == 0 && tables.TryPeek(out var table))
            table.EndRow(isDropped);
    }

    public void BeginCell(int columns = 1, int rows = 1)
    {
        EndParagraph();
        if (tooDeep == 0 && tables.TryPeek(out var table))
            Count(2 * table.BeginCell(columns, rows));
    }

    public void EndCell()
    {
        EndParagraph();
        if (tooDeep == 0 && tables.TryPeek(out var table))
            table.EndCell();
    }

    /// <summary>Says of the open cell how many columns it spans.</summary>
    public void SpanCell(int columns)
    {
        if (tooDeep == 0 && tables.TryPeek(out var table))
            table.Columns = columns;
    }

    /// <summary>Everything collected; what is still open is closed.</summary>
    public IReadOnlyList<Block> Finish()
    {
        while (waiting.Count > 0)
            Resume();
        EndParagraph();
        while (tables.Count > 0)
            EndTable();
        return blocks;
    }

    private List<Block> Here => tables.FirstOrDefault(table => table.Cell is not null)?.Cell ?? blocks;

    private void Count(int more)
    {
        length += more;
        Check.Rule(new TextsAreShortEnoughToRead(length));
    }

    private static string Trimmed(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries)).Trim() : text.Trim();
}
