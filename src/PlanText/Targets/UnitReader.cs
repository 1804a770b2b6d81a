using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Reads the unit that follows a number: per cent, a measure, or the counted noun with its denominator.</summary>
internal sealed class UnitReader(Flow flow, QuantityScanner scanner)
{
    private const int LongestNoun = 14;
    private const int LongestBracket = 8;
    private const int LongestHead = 60;
    private readonly Token[] tokens = flow.Tokens;

    /// <summary>The unit, or null; <paramref name="end"/> is where the words of the unit end.</summary>
    public string? Read(int at, int to, out string? denominator, out int end)
    {
        denominator = null;
        end = at;
        if (at >= to || IsMoment(at, to))
            return null;
        if (tokens[at].Is("‰"))
        {
            end = at + 1;
            return "‰";
        }

        if (IsTypedPerMille(at, to))
        {
            end = at + 2;
            return "‰";
        }

        if (UnitWords.Scales.IsAt(tokens, at) && UnitWords.Known.Match(tokens, at, out _) <= 1 && at + 1 < to && tokens[at + 1].IsWord && Read(at + 1, to, out denominator, out end) is { Length: > 0 } scaled)
            return $"{tokens[at].Text} {scaled}";

        if (tokens[at].Is("%"))
            return Percent(at, to, out denominator, out end);
        if (scanner.Denominator(at, to, out denominator) is var bare and > 0 && tokens[at].Is("/"))
        {
            end = at + bare;
            return "";
        }

        denominator = null;
        var length = UnitWords.Administrative.Match(tokens, at, out var unit);
        if (length == 0)
            length = UnitWords.Persons.Match(tokens, at, out unit);
        if (length == 0)
            length = UnitWords.Known.Match(tokens, at, out unit);
        if (length == 0 && tokens[at].IsWord)
            (length, unit) = Unknown(at, to);
        if (length == 0 || at + length > to)
            return null;
        if (!UnitWords.Known.IsAt(tokens, at) && !UnitWords.Persons.IsAt(tokens, at) && TargetWords.Connectors.IsAt(tokens, at))
            return null;

        end = at + length;
        if (unit is "m²")
            unit = Floor(ref end, to);
        denominator = FindDenominator(end, to, out var denominatorEnd);

        // Persons on so many inhabitants are persons; counted alone they keep their name.
        if ((denominator is null || !char.IsAsciiDigit(denominator[0])) && UnitWords.Persons.Match(tokens, at, out _) == length)
            unit = flow.Words(tokens[at].Start, tokens[at + length - 1].End).ToLowerInvariant();
        if (denominatorEnd > 0)
            end = denominatorEnd;
        return unit;
    }

    /// <summary>The unit that the words before a bare number name: "Tỷ suất sinh (‰): 12,5", "Số câu lạc bộ đạt 300".</summary>
    public (string? Unit, string? Denominator) OfHead(int from, int at)
    {
        from = Math.Max(from, at - LongestHead);
        var open = at - 1;
        while (open > from && at - open <= LongestBracket && !tokens[open].Is("("))
            open--;
        if (at - open <= LongestBracket && tokens[open].Is("(") && (UnitWords.Known.IsAt(tokens, open + 1) || tokens[open + 1].Text is "%" or "‰") && Read(open + 1, at, out var denominator, out var end) is { } bracketed && tokens[end].Is(")"))
            return (bracketed, denominator);
        var head = CountHeads.Find(tokens.AsSpan(from, at - from));
        return head < 0 ? (null, null) : (Read(from + head + 1, at, out var per, out _), per);
    }

    // A counted noun that is not known has two syllables more often than one.
    private (int Length, string Unit) Unknown(int at, int to)
    {
        var next = at + 1;
        var two = next < to && tokens[next].IsWord && char.IsLower(flow.Text[tokens[next].Start]) && !TargetWords.Predicates.IsAt(tokens, next) && !TargetWords.Connectors.IsAt(tokens, next)
            && !TargetWords.Binders.IsAt(tokens, next) && !TargetWords.Deeds.IsAt(tokens, next) && !TargetWords.AchieveVerbs.IsAt(tokens, next) && !TargetWords.Comparators.IsAt(tokens, next) && !TargetWords.Fillers.IsAt(tokens, next);
        var length = two ? 2 : 1;
        return (length, flow.Words(tokens[at].Start, tokens[at + length - 1].End).ToLowerInvariant());
    }

    // "... đạt 300 vào năm 2030".
    private bool IsMoment(int at, int to) =>
        Years.At(tokens, at, to) is not null || (tokens[at].Text is "vào" or "đến" or "trong" or "cuối" or "hết" && at + 1 < to && (tokens[at].Is("vào") || IsMoment(at + 1, to)));

    // "0,4%o", "0,4%0".
    private bool IsTypedPerMille(int at, int to) =>
        at + 1 < to && tokens[at].Is("%") && tokens[at + 1].Text is "0" or "o" && tokens[at + 1].Start == tokens[at].End;

    private string Percent(int at, int to, out string? denominator, out int end)
    {
        end = at + 1;
        var length = scanner.Denominator(end, to, out denominator);
        end += length;
        return "%";
    }

    // "m2 sàn/người"; scanned texts have "m²/sản/người".
    private string Floor(ref int end, int to)
    {
        var at = end < to && tokens[end].Is("/") ? end + 1 : end;
        if (at >= to || !(tokens[at].Text is "sàn" or "sản"))
            return "m²";
        end = at + 1;
        return "m² sàn";
    }

    // The counted noun may be long ("19 điều dưỡng, hộ sinh, kỹ thuật y/10.000 dân"); another number ends it.
    private string? FindDenominator(int at, int to, out int end)
    {
        var last = Math.Min(to, at + LongestNoun);
        for (var i = at; i < last; i++)
        {
            var length = scanner.Denominator(i, to, out var text);
            if (length > 0 && (tokens[i].Is("/") || i - at <= 6))
            {
                end = i + length;
                return text;
            }

            if (tokens[i].IsNumber || (tokens[i].Kind == TokenKind.Sign && tokens[i].Text is not ("," or "/" or "-")))
                break;
        }

        end = 0;
        return null;
    }
}
