using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanText.Layout;

/// <summary>Recognises bullets and all numbering styles at the start of a line.</summary>
internal static class MarkerScanner
{
    // Word's symbol fonts leave private signs where a bullet was.
    private const string Bullets = "-–—•·●▪◦○■□►➢➤✓✔+*\uF0B7\uF0A7\uF0D8\uF02D\uF076\uF0FC";
    private const int DeepestLabel = 5;
    private const int LongestPart = 20;
    private const string Division = "phần";
    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    private static readonly string[] Ordinals = [.. new[] { "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười" }.Select(TextFolding.Fold)];

    public static Marker Scan(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return Marker.None;
        if (Bullets.Contains(line[0], StringComparison.Ordinal))
            return Bullet(line);
        if (char.IsAsciiDigit(line[0]))
            return Arabic(line);
        if (line[0] is 'P' or 'p' && Part(line) is { Kind: MarkerKind.Part } part)
            return part;
        var roman = Roman(line);
        return roman.Kind != MarkerKind.None ? roman : Letter(line);
    }

    private static Marker Bullet(ReadOnlySpan<char> line)
    {
        var words = SkipSpaces(line, 1);
        return words < line.Length && (char.IsLetterOrDigit(line[words]) || line[words] is '"' or '“' or '(')
            ? new Marker(MarkerKind.Bullet, "", 0, words)
            : Marker.None;
    }

    // "1." "2.1." "1.1 ." "1.1 Về" "1)"; never "10.000", "24,6", "15/12" or "42-NQ".
    private static Marker Arabic(ReadOnlySpan<char> line)
    {
        var at = 0;
        var depth = 0;
        var labelEnd = 0;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
        {
            var from = at;
            while (at < line.Length && char.IsAsciiDigit(line[at]))
                at++;
            if (at - from > 2 || ++depth > DeepestLabel)
                return Marker.None;
            labelEnd = at;
            if (at + 1 < line.Length && line[at] == '.' && char.IsAsciiDigit(line[at + 1]))
                at++;
        }

        var close = SkipSpaces(line, labelEnd);
        var closed = close < line.Length && (line[close] is '.' or ')' || IsDash(line, close));
        var words = SkipSpaces(line, closed ? close + 1 : close);
        if (words >= line.Length || !(StartsWords(line[words]) || (closed && words > close + 1 && StartsCount(line[words..]))) || (!closed && (depth < 2 || !char.IsUpper(line[words]))))
            return Marker.None;
        return new Marker(MarkerKind.Arabic, line[..labelEnd].ToString(), depth, words);
    }

    // "Phần I", "PHẦN THỨ NHẤT", "Phần A. MỤC TIÊU": the word, its number and nothing else, or a sign and the heading.
    private static Marker Part(ReadOnlySpan<char> line)
    {
        var sign = line.IndexOfAny('.', ':', '-');
        var label = (sign < 0 ? line : line[..sign]).TrimEnd();
        if (label.Length > LongestPart)
            return Marker.None;
        var words = TextFolding.Fold(label.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var number = words switch
        {
            [Division, "thứ", var ordinal] => Array.IndexOf(Ordinals, ordinal) + 1,
            [Division, var roman] => Array.IndexOf(Romans, roman) is var at and >= 0 ? at + 1 : roman is [>= 'a' and <= 'e'] ? roman[0] - 'a' + 1 : 0,
            _ => 0,
        };
        return number == 0 ? Marker.None : new Marker(MarkerKind.Part, Romans[number - 1].ToUpperInvariant(), 0, sign < 0 ? line.Length : SkipSpaces(line, sign + 1));
    }

    private static Marker Roman(ReadOnlySpan<char> line)
    {
        var end = 0;
        while (end < line.Length && end < 6 && line[end] is 'I' or 'V' or 'X')
            end++;
        var words = end == 0 ? 0 : AfterClose(line, end);
        return words == 0 ? Marker.None : new Marker(MarkerKind.Roman, line[..end].ToString(), 0, words);
    }

    private static Marker Letter(ReadOnlySpan<char> line)
    {
        if (!char.IsLetter(line[0]) || line.Length < 3)
            return Marker.None;
        var words = AfterClose(line, 1);
        if (words == 0)
            return Marker.None;
        if (char.IsUpper(line[0]))
            return line[1] == '.' ? new Marker(MarkerKind.Capital, line[..1].ToString(), 0, words) : Marker.None;
        return new Marker(MarkerKind.Letter, line[..1].ToString(), 0, words);
    }

    // Position of the first word after "." or ")" with a blank between, or 0.
    private static int AfterClose(ReadOnlySpan<char> line, int labelEnd)
    {
        if (labelEnd >= line.Length || !(line[labelEnd] is '.' or ')' || IsDash(line, labelEnd)))
            return 0;
        var words = SkipSpaces(line, labelEnd + 1);
        var spaced = words > labelEnd + 1 || line[labelEnd] == ')';
        return spaced && words < line.Length && (StartsWords(line[words]) || (words > labelEnd + 1 && StartsCount(line[words..]))) ? words : 0;
    }

    // The Party closes a label with a dash ("I- MỤC TIÊU", "1.2- Đẩy mạnh"); "28- NQ/TW" is a symbol.
    private static bool IsDash(ReadOnlySpan<char> line, int at)
    {
        if (line[at] is not ('-' or '–') || at + 2 >= line.Length || line[at + 1] != ' ' || !char.IsUpper(line[at + 2]))
            return false;
        var word = line[(at + 2)..];
        return !word[..(word.IndexOf(' ') is var end and >= 0 ? end : word.Length)].Contains('/');
    }

    private static bool StartsWords(char sign) => char.IsLetter(sign) || sign is '“' or '"' or '(' or '*';

    // "100% hộ nghèo", "25 xã", "10/22 xã": a value that a sentence begins with, and no part of a number that a line end has parted.
    private static bool StartsCount(ReadOnlySpan<char> words)
    {
        var end = words.IndexOfAnyExcept("0123456789,./-– %");
        return end > 0 && char.IsAsciiDigit(words[0]) && !words.StartsWith("000") && char.IsLetter(words[end]) && (words[end - 1] == ' ' || words[..end].Contains('%'));
    }

    private static int SkipSpaces(ReadOnlySpan<char> line, int from)
    {
        while (from < line.Length && line[from] is ' ' or '\t')
            from++;
        return from;
    }
}
