using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// Finds the numbers of a clause that are values. Ages, years, dates, document numbers, levels, denominators and
/// whatever stands in brackets or quotation marks are not.
/// </summary>
internal sealed class QuantityScanner
{
    private const int LongestPhrase = 4;
    private readonly Token[] tokens;
    private readonly UnitReader units;
    private readonly NumbersInNames names;

    public QuantityScanner(Flow flow)
    {
        tokens = flow.Tokens;
        units = new UnitReader(flow, this);
        names = new NumbersInNames(flow, this);
    }

    /// <summary>Values in [from, to), in order.</summary>
    public List<Quantity> Scan(int from, int to)
    {
        var found = new List<Quantity>();
        var quoted = new Enclosure();
        for (var i = from; i < to; i++)
        {
            if (quoted.Holds(tokens, i, to))
                continue;
            var quantity = tokens[i].IsNumber ? Read(from, i, to, found) : Worded(i, to);
            if (quantity is null)
                continue;
            found.Add(quantity);
            i = quantity.End - 1;
        }

        return found;
    }

    /// <summary>The number of [from, to) that stands for itself, as in a cell of a table; null where there is none, or a date or fraction.</summary>
    public Quantity? Alone(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!tokens[i].IsNumber)
                continue;
            if (NumberText.Parse(tokens[i].Text) is not { } value || (i + 1 < to && tokens[i + 1].Is("/")) || (i > from && tokens[i - 1].Text is "/" or "năm" or "quý" or "tháng" or "ngày"))
                return null;
            var (end, max) = Range(i, to);
            if (TargetWords.Trailing.IsAt(tokens, end))
                return new Quantity(i, end, value, max > value ? max : null, null, null);
            var unit = units.Read(end, to, out var denominator, out var unitEnd);
            return new Quantity(i, unitEnd, value, max > value ? max : null, unit, denominator);
        }

        return null;
    }

    /// <summary>Denominator that begins at <paramref name="at"/> ("/10.000 dân", "trên 10.000 dân"), with its length in tokens.</summary>
    public int Denominator(int at, int to, out string? text)
    {
        text = null;
        if (at + 1 >= to)
            return 0;
        var stroke = tokens[at].Is("/");
        if (stroke && !tokens[at + 1].IsNumber && !UnitWords.Scales.IsAt(tokens, at + 1))
        {
            var words = UnitWords.PerWords.Match(tokens, at + 1, out text);
            if (words == 0)
                words = UnitWords.Bases.Match(tokens, at + 1, out text);
            if (words == 0)
                return 0;
            var further = Denominator(at + 1 + words, to, out var next);
            text = further == 0 ? text : $"{text}/{next}";
            return words + 1 + further;
        }

        var lead = stroke || tokens[at].Is("trên") ? 1 : tokens[at].Is("cho") || tokens[at].Is("trong") ? 2 : 0;
        if (lead == 2)
            lead = tokens[at + 1].Is("mỗi") ? 2 : tokens[at + 1].IsNumber ? 1 : 0;
        var round = lead == 0 ? 0 : Round(at + lead, to, out text);
        if (round == 0)
            return 0;
        var noun = UnitWords.Bases.Match(tokens, at + lead + round, out var name);
        if (noun == 0)
            return stroke && text is not "100" ? lead + round : 0;
        text = $"{text} {name}";
        return lead + round + noun;
    }

    // "10.000", "1 vạn", "vạn": the tokens of a round number and how it is written in a unit.
    private int Round(int at, int to, out string? text)
    {
        text = null;
        if (at >= to)
            return 0;
        var counted = tokens[at].IsNumber ? 1 : 0;
        if (at + counted < to && UnitWords.Scales.Match(tokens, at + counted, out text) > 0 && (counted == 0 || NumberText.Whole(tokens[at].Text) == 1))
            return counted + 1;
        text = IsRound(tokens[at]) ? tokens[at].Text : null;
        return text is null ? 0 : 1;
    }

    /// <summary>Whether the number is one that rates are counted on.</summary>
    public static bool IsRound(Token token) =>
        token.IsNumber && NumberText.Parse(token.Text) is 100 or 1000 or 10_000 or 100_000 or 1_000_000;

    private Quantity? Read(int from, int at, int to, List<Quantity> before)
    {
        if (Fraction(from, at, to) is { } fraction)
            return fraction;
        if (NumberText.Parse(tokens[at].Text) is not { } value || names.IsLabelled(from, at, to) || names.IsPartOfWord(at, to))
            return null;
        if (at > from && Denominator(at - 1, to, out _) > 0 && (before.Exists(quantity => !quantity.IsPercent) || Proportions.IsIn(tokens.AsSpan(from, at - from))))
            return null;
        if (at > from + 1 && tokens[at - 1].Is("/") && before.Exists(quantity => quantity.End >= at - 6))
            return null;
        var (end, max) = Range(at, to);
        var unit = units.Read(end, to, out var denominator, out var unitEnd);
        if (unit is null && IsReached(from, at, to))
            (unit, denominator, unitEnd) = units.OfHead(before is [.., var last] ? last.End : from, at) is { Unit: not null } head ? (head.Unit, head.Denominator, end) : (null, null, unitEnd);
        if (names.IsMark(from, at, end))
            return null;
        if (names.IsAge(from, at, unitEnd, to) || !(IsValue(from, at, to, unit, value, before.Count > 0) || (before.Count == 0 && IsCount(from, at, end))))
            return null;
        if (max is not null && max <= value)
            max = null;
        return new Quantity(at, unitEnd, value, max, unit, denominator);
    }

    // "... đạt 300", "...: 12,5 vào năm 2030": a number that ends what is said, behind what it is the value of.
    private bool IsReached(int from, int at, int to) =>
        at > from && (at + 1 >= to || tokens[at + 1].Kind != TokenKind.Word || Moments.IsAt(tokens, at + 1)) && !(at + 1 < to && tokens[at + 1].Text is "/" or "-" or "%")
        && (tokens[at - 1].Is(":") || EndsBefore(TargetWords.Reaching, from, at) || EndsBefore(TargetWords.Comparators, from, at));

    private static readonly PhraseTable<bool> Moments = Phrases.Of("vào", "năm", "đến", "trong", "và");
    private static readonly PhraseTable<bool> Proportions = Phrases.Of("tỷ số", "tỷ suất");

    // "Giảm một nửa số vụ", "gấp đôi", "gấp hai lần".
    private Quantity? Worded(int at, int to)
    {
        if (Halves.Match(tokens, at, out _) is var half and > 0 && at + half < to && Totals.IsAt(tokens, at + half))
            return new Quantity(at, at + half, 0.5m, null, "", null);
        var multiple = Multiples.Match(tokens.AsSpan(0, to), at, out var value);
        return multiple == 0 ? null : new Quantity(at + 1, at + multiple, value, null, "lần", null);
    }

    private static readonly PhraseTable<bool> Halves = Phrases.Of("một nửa", "1 nửa");
    private static readonly PhraseTable<decimal> Multiples = new([("gấp đôi", 2), ("gấp rưỡi", 1.5m), ("gấp ba", 3), ("gấp ba lần", 3), ("gấp hai lần", 2), ("gấp bốn lần", 4), ("gấp năm lần", 5), ("gấp mười lần", 10)]);

    // "25/51 xã" counts 25 of 51; "1/2 số hộ" is a half. "15/6 năm" and what follows "ngày" are dates.
    private Quantity? Fraction(int from, int at, int to)
    {
        if (at + 3 >= to || !tokens[at + 1].Is("/") || tokens[at + 1].Start > tokens[at].End || (at > from && (tokens[at - 1].Text is "ngày" or "số" or "tháng" || DateOpeners.IsAt(tokens, at - 1))))
            return null;
        if (NumberText.Whole(tokens[at].Text) is not (>= 1 and var part) || !tokens[at + 2].IsNumber || NumberText.Whole(tokens[at + 2].Text) is not { } whole || part > whole || IsRound(tokens[at + 2]))
            return null;
        if (Totals.Match(tokens, at + 3, out _) > 0)
            return new Quantity(at, at + 3, decimal.Round((decimal)part / whole, 6), null, "", null);
        var noun = UnitWords.Administrative.Match(tokens, at + 3, out var unit);
        if (noun == 0 && !(tokens[at + 3].Text is "năm" or "tháng" or "điểm"))
            noun = UnitWords.Known.Match(tokens, at + 3, out unit);
        return noun == 0 ? null : new Quantity(at, at + 3 + noun, part, null, unit, null);
    }

    private static readonly PhraseTable<bool> Totals = Phrases.Of("số", "tổng số");
    private static readonly PhraseTable<bool> DateOpeners = Phrases.Of("trước", "đến", "vào", "chậm nhất", "từ");

    // "75 - 80%", "75% - 80%", "75% đến 80%": the second number is the end of a range.
    private (int End, decimal? Max) Range(int at, int to)
    {
        var next = at + 1;
        var percent = next < to && tokens[next].Is("%");
        if (percent)
            next++;
        if (next + 1 >= to || !(tokens[next].Is("-") || tokens[next].Is("đến")) || !tokens[next + 1].IsNumber)
            return (at + 1, null);
        if (percent && (next + 2 >= to || !tokens[next + 2].Is("%")))
            return (at + 1, null);
        return NumberText.Parse(tokens[next + 1].Text) is { } max ? (next + 2, max) : (at + 1, null);
    }

    private bool IsValue(int from, int at, int to, string? unit, decimal value, bool before)
    {
        if (unit is "%" or "‰")
            return true;
        if (before && EndsBefore(TargetWords.Prices, from, at))
            return false;
        var comparator = EndsBefore(TargetWords.Comparators, from, at) || Slips.LengthBefore(tokens, from, at, out _) > 0;
        if (unit is null)
            return HasIndexHead(from, at) && (comparator || EndsBefore(TargetWords.Fillers, from, at)) && value < 1000;
        if (comparator && TargetWords.Durations.IsAt(tokens, at + 1) && TargetWords.TimeHeads.IsIn(tokens.AsSpan(from, at - from)))
            return true;
        if (comparator && tokens[at + 1 < to ? at + 1 : at].Is("buổi"))
            return true;
        if ((TargetWords.Durations.IsAt(tokens, at + 1) && UnitWords.Known.Match(tokens, at + 1, out _) < 2) || (tokens[Math.Min(at + 1, to - 1)].Is("năm") && EndsBefore(TargetWords.Spans, from, at)))
            return false;
        var opens = at == from || tokens[at - 1].Kind == TokenKind.Sign;
        return comparator || opens || EndsBefore(TargetWords.Makers, from, at) || tokens[at].Text.AsSpan().ContainsAny('.', ',') || UnitWords.Telling.IsAt(tokens, at + 1);
    }

    // "Thành lập mới 60 hợp tác xã": things that are counted, and the only count of the clause.
    private bool IsCount(int from, int at, int noun) =>
        at > from && tokens[at - 1].IsWord && UnitWords.Known.IsAt(tokens, noun) && !UnitWords.Times.IsAt(tokens, noun) && !TargetWords.Durations.IsAt(tokens, noun)
        && (!EndsBefore(TargetWords.Whereabouts, from, at) || EndsBefore(Works, from, at)) && !EndsBefore(TargetWords.Spans, from, at);

    // "Duy trì hoạt động của 12 câu lạc bộ".
    private static readonly PhraseTable<bool> Works = Phrases.Of("hoạt động của", "hoạt động");

    private bool HasIndexHead(int from, int at)
    {
        for (var i = from; i + 1 < at; i++)
        {
            if ((tokens[i].Text is "chỉ" or "hệ" or "tỷ" or "tỉ") && tokens[i + 1].Is("số"))
                return true;
        }

        return false;
    }

    /// <summary>Whether a phrase of the table ends just before <paramref name="at"/>.</summary>
    public bool EndsBefore<T>(PhraseTable<T> table, int from, int at) => LengthBefore(table, from, at, out _) > 0;

    public int LengthBefore<T>(PhraseTable<T> table, int from, int at, out T meaning)
    {
        for (var length = LongestPhrase; length > 0; length--)
        {
            if (at - length >= from && table.Match(tokens.AsSpan(0, at), at - length, out meaning) == length)
                return length;
        }

        meaning = default!;
        return 0;
    }
}
