namespace SocialPolicy.Workbooks.Reading;

/// <summary>
/// Makes plain notation of numbers as people write them. What could be two numbers is neither: "1.234" is one thousand and more in
/// Vietnamese, and a little more than one in English.
/// </summary>
public static class WrittenAsText
{
    private const int Group = 3;

    /// <summary>False when it could be two numbers. What is no number comes back as it is.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="mark">What stands before the fraction in texts of the file.</param>
    /// <param name="plain">In plain notation.</param>
    public static bool TryPlain(TableCell cell, DecimalMark mark, out string plain)
    {
        var text = plain = cell.Text;
        if (cell.IsNumber || mark is DecimalMark.Point)
            return true;
        var last = text.AsSpan().LastIndexOfAny(',', '.');
        if (last < 0 || last == text.Length - 1)
            return true;
        var (commas, points) = (text.Count(sign => sign == ','), text.Count(sign => sign == '.'));
        if (commas + points == 1 && IsUnclear(text, last, mark))
            return false;

        var (fraction, thousands) = commas + points == 1 || (commas > 0 && points > 0)
            ? (text[(last + 1)..], text[..last])
            : ("", text);
        var other = fraction.Length > 0 ? (text[last] == ',' ? '.' : ',') : text[last];
        if ((mark is DecimalMark.Comma && fraction.Length > 0 && text[last] == '.') || !IsGrouped(thousands, other))
            return true;
        var whole = thousands.Replace($"{other}", "", StringComparison.Ordinal);
        plain = fraction.Length > 0 ? $"{whole}.{fraction}" : whole;
        return true;
    }

    // One sign alone: before the fraction it stands when the file says so, or when no group of thousands could follow.
    private static bool IsUnclear(string text, int at, DecimalMark mark) => mark is DecimalMark.Comma
        ? text[at] == '.'
        : text.Length - at - 1 == Group && text[..at].TrimStart('-') is { Length: >= 1 and <= Group } whole && whole[0] != '0' && whole.All(char.IsAsciiDigit);

    private static bool IsGrouped(string whole, char between)
    {
        var groups = whole.TrimStart('-').Split(between);
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= Group && groups.Skip(1).All(group => group.Length == Group));
    }
}
