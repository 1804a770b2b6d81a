namespace SocialPolicy.PlanText.Layout;

/// <summary>
/// One physical line: where its words stand in the source, what it begins with, and what came before. A row of a table
/// (<paramref name="IsRow"/>) keeps the strokes between its cells, or tabs in their place.
/// </summary>
internal sealed record Line(int Start, int End, Marker Marker, bool AfterBlank, bool IsRow, string Text)
{
    private const string Gap = "   ";

    /// <summary>Whether a page may have ended before it.</summary>
    public bool AfterPage { get; init; }

    public int Length => End - Start;

    /// <summary>Signs when runs of blanks count as one: what a typist put in between does not make a line longer.</summary>
    public int Width { get; } = WidthOf(Text);

    public bool IsCapitals { get; } = Text.Any(char.IsLetter) && !Text.Any(char.IsLower);

    public bool StartsLower => Text.Length > 0 && (char.IsLower(Text[0]) || (!char.IsLetterOrDigit(Text[0]) && Text[0] is not ('“' or '"' or '(')));

    public bool StartsDigit => char.IsAsciiDigit(Text[0]);

    /// <summary>Whether the line closes a sentence or opens a list: after that a capital begins something new.</summary>
    public bool IsClosed => Text.TrimEnd('"', '”', ')', ' ') is { Length: > 0 } bare && bare[^1] is '.' or ';' or ':' or '!' or '?' or '/' or '…';

    /// <summary>Whether the last sign promises more.</summary>
    public bool IsOpenEnded => Text[^1] is ',' or '-' or '–' or '(' or '“';

    /// <summary>
    /// What stands side by side where a layout was kept as text: a tab or a wide gap parts the columns. One when there is no gap.
    /// </summary>
    public string[] Columns => [.. Text.Replace('\t', '\0').Replace(Gap, "\0", StringComparison.Ordinal).Split('\0', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static int WidthOf(string text)
    {
        var width = text.Length;
        for (var i = 1; i < text.Length; i++)
            width -= text[i] == ' ' && text[i - 1] == ' ' ? 1 : 0;
        return width;
    }

    public int FirstWordLength => Text.IndexOf(' ', StringComparison.Ordinal) is var at and >= 0 ? at : Text.Length;
}
