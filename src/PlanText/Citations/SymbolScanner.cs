using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Citations;

/// <summary>
/// Numbers with symbols of administrative documents: the state's "8839/KH-UBND" and "45/2016/QĐ-TTg", the Party's
/// "42-NQ/TW" (also written "84 - CTr/TU"). Symbols are capitals; the result has no inner spaces.
/// </summary>
internal sealed class SymbolScanner(Flow flow)
{
    private const int LongestPart = 14;
    private readonly Token[] tokens = flow.Tokens;

    /// <summary>Token after the symbol that begins with a number at <paramref name="at"/>; 0 when there is none.</summary>
    public int Match(int at, int to, out string number)
    {
        number = "";
        if (!tokens[at].IsNumber || NumberText.Whole(tokens[at].Text) is null && tokens[at].Text.Length != 5)
            return 0;
        var end = Symbol(at + 1, to);
        if (end > 0)
            number = Compact(at, end);
        return end;
    }

    /// <summary>Token after a number with its organ alone ("98/SKHĐT"); 0 when there is none. Only the kind of document before it tells it from a fraction.</summary>
    public int MatchOrgan(int at, int to, out string number)
    {
        var end = at + 3;
        var found = end <= to && tokens[at].IsNumber && NumberText.Whole(tokens[at].Text) is not null && tokens[at + 1].Is("/") && tokens[at + 2].Length > 1 && IsPart(at + 2)
            && (end >= to || !(tokens[end].Text is "-" or "/"));
        number = found ? Compact(at, end) : "";
        return found ? end : 0;
    }

    /// <summary>Token after a symbol that stands without its number ("/KH-UBND", "-KH/HU"); 0 when there is none.</summary>
    public int Symbol(int at, int to)
    {
        if (at + 3 >= to)
            return 0;
        if (tokens[at].Is("/"))
        {
            var type = at + 1;
            if (tokens[type].IsNumber && tokens[type].Text.Length == 4 && tokens[type + 1].Is("/"))
                type += 2;
            if (type > at + 1 && IsPart(type) && IsAssembly(type))
                return type + 1;
            return type + 2 < to && IsPart(type) && tokens[type + 1].Is("-") && IsPart(type + 2) ? Organ(type + 2, to) : 0;
        }

        return tokens[at].Is("-") && IsPart(at + 1) && tokens[at + 2].Is("/") && IsPart(at + 3) ? Organ(at + 3, to) : 0;
    }

    // The National Assembly numbers by its term, without a type: "102/2016/QH13".
    private bool IsAssembly(int at) => tokens[at].Text.AsSpan().TrimEnd("0123456789") is "qh" or "ubtvqh" && char.IsAsciiDigit(tokens[at].Text[^1]);

    // The organ may have parts of its own ("TTLT-BTC-BLĐTBXH", "SLĐTB&XH").
    private int Organ(int at, int to)
    {
        var end = at + 1;
        while (end + 1 < to && tokens[end].Text is "&" or "-" && tokens[end].Start == tokens[end - 1].End && tokens[end + 1].Start == tokens[end].End && IsPart(end + 1))
            end += 2;
        return end;
    }

    private bool IsPart(int at) =>
        at < tokens.Length && tokens[at].IsWord && tokens[at].End - tokens[at].Start <= LongestPart && char.IsUpper(flow.Text[tokens[at].Start])
        && (tokens[at].End - tokens[at].Start <= 2 || char.IsUpper(flow.Text[tokens[at].Start + 1]));

    private string Compact(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(i => flow.Text[tokens[i].Start..tokens[i].End]));
}
