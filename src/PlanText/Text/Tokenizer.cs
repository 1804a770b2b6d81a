namespace SocialPolicy.PlanText.Text;

/// <summary>Cuts folded text into tokens in one pass.</summary>
internal static class Tokenizer
{
    private const int LongestShare = 8;

    public static Token[] Cut(ReadOnlySpan<char> folded)
    {
        var tokens = new List<Token>((folded.Length / 4) + 1);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var pool = seen.GetAlternateLookup<ReadOnlySpan<char>>();

        for (var i = 0; i < folded.Length;)
        {
            var sign = folded[i];
            if (sign == ' ')
            {
                i++;
                continue;
            }

            var (end, kind) = Extent(folded, i);
            var slice = folded[i..end];
            if (!pool.TryGetValue(slice, out var text))
            {
                text = slice.ToString();
                pool[slice] = text;
            }

            tokens.Add(new Token(i, end, kind, text));
            i = end;
        }

        return [.. tokens];
    }

    private static (int End, TokenKind Kind) Extent(ReadOnlySpan<char> text, int start)
    {
        var end = start + 1;
        if (text[start] == '\n')
            return (end, TokenKind.Break);
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (IsGroupSign(text[end]) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
                end++;
            return (end, TokenKind.Number);
        }

        if (!char.IsLetter(text[start]))
            return (end, TokenKind.Sign);
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '²' or '³') && !IsShare(text, end))
            end++;
        return (end, TokenKind.Word);
    }

    // "đạt75%": a typist forgot the blank; a number before a per cent sign is one.
    private static bool IsShare(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsAsciiDigit(text[at]) || char.IsAsciiDigit(text[at - 1]))
            return false;
        var end = at;
        while (end < text.Length && end - at < LongestShare && (char.IsAsciiDigit(text[end]) || IsGroupSign(text[end])))
            end++;
        return end < text.Length && text[end] == '%';
    }

    private static bool IsGroupSign(char sign) => sign is '.' or ',';
}
