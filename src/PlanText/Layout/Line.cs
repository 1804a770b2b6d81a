namespace SocialPolicy.PlanText.Layout;

/// <summary>One physical line: where its words stand in the source, what it begins with, and what came before.</summary>
internal sealed record Line(int Start, int End, Marker Marker, bool AfterBlank, string Text)
{
    public int Length => End - Start;

    public bool IsCapitals { get; } = Text.Any(char.IsLetter) && !Text.Any(char.IsLower);

    public bool StartsLower => Text.Length > 0 && (char.IsLower(Text[0]) || (!char.IsLetterOrDigit(Text[0]) && Text[0] is not ('“' or '"' or '(')));

    public bool StartsDigit => char.IsAsciiDigit(Text[0]);

    /// <summary>Whether the line closes a sentence or opens a list: after that a capital begins something new.</summary>
    public bool IsClosed => Text.TrimEnd('"', '”', ')', ' ') is { Length: > 0 } bare && bare[^1] is '.' or ';' or ':' or '!' or '?' or '/' or '…';

    /// <summary>Whether the last sign promises more.</summary>
    public bool IsOpenEnded => Text[^1] is ',' or '-' or '–' or '(' or '“';

    public int FirstWordLength => Text.IndexOf(' ', StringComparison.Ordinal) is var at and >= 0 ? at : Text.Length;
}
