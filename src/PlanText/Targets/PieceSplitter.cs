using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// Divides a clause between its quantities. Vietnamese joins assertions by comma or "và" in two orders: value last
/// ("tỷ lệ A đạt 95%, cấp B đạt 90%": the cut follows the value) and value first ("60% X và 45% Y": the cut precedes it).
/// </summary>
internal sealed class PieceSplitter(Token[] tokens, QuantityScanner scanner)
{
    private const int FewestStateWords = 4;
    private const int FarthestState = 7;

    public IEnumerable<Piece> Split(int from, int to, int clause)
    {
        var quantities = scanner.Scan(from, to);
        quantities.RemoveAll(quantity => IsConditional(from, quantity));
        if (quantities.Count == 0)
        {
            yield return Trimmed(from, to, null, clause);
            yield break;
        }

        var start = from;
        var lead = LeadingStateEnd(from, quantities[0]);
        if (lead > from)
        {
            yield return Trimmed(from, lead, null, clause);
            start = lead;
        }

        var current = quantities[0];
        for (var i = 1; i < quantities.Count; i++)
        {
            if (IsInsideRate(start, current, quantities[i]))
            {
                current = quantities[i];
                continue;
            }

            var cut = Cut(current, quantities[i], start);
            if (cut < 0)
            {
                current = Main(current, quantities[i]);
                continue;
            }

            yield return Trimmed(start, cut, current, clause);
            start = cut;
            current = quantities[i];
        }

        to = WithoutRest(current, to);
        var tail = UniversalAfter(current.End, to) ?? TrailingState(start, current, to);
        yield return Trimmed(start, tail, current, clause);
        if (tail < to)
            yield return Trimmed(tail, to, null, clause);
    }

    // "từ 40% lên 60%": the second is the value. Otherwise the first stays.
    private Quantity Main(Quantity first, Quantity second)
    {
        var opening = tokens.AsSpan(BeforeComparator(first.End, second.At)..second.At);
        if (opening.Length > 0 && opening[0].Is(":"))
            return second;
        var reaches = second.IsPercent == first.IsPercent ? TargetWords.Reaching.IsIn(tokens.AsSpan(first.End, second.At - first.End)) : second.IsPercent && TargetWords.Reaching.IsIn(opening);
        return reaches ? second : first;
    }

    // "Tỷ lệ trẻ được tiêm ít nhất 8 loại vắc xin, đúng lịch đạt 95%": a count inside a rate is not what it comes to.
    private bool IsInsideRate(int start, Quantity count, Quantity share) =>
        !count.IsPercent && count is { Unit: not "‰", Denominator: null } && share.IsPercent && TargetWords.Rates.IsIn(tokens.AsSpan(start, count.At - start))
        && tokens.AsSpan(BeforeComparator(count.End, share.At)..share.At) is [var first, ..] opening && (first.Is(":") || TargetWords.Reaching.IsIn(opening));

    // "100% cơ quan, nếu có từ 30% nữ trở lên, ...": numbers of a condition.
    private bool IsConditional(int from, Quantity quantity)
    {
        for (var i = quantity.At - 1; i >= from && !tokens[i].IsNumber; i--)
        {
            if (tokens[i].Is("nếu"))
                return true;
        }

        return false;
    }

    private int Cut(Quantity first, Quantity second, int start)
    {
        var opening = BeforeComparator(first.End, second.At);
        var before = SeparatorEndingAt(first.End, opening);
        var valueLast = IsSeparator(first.End, second.At) && HasHead(start, first.At);
        if (valueLast && (before < 0 || before > first.End + 1))
            return first.End;
        if (before >= 0)
            return before;
        if (IsSeparator(first.End, second.At))
            return first.End;
        var head = HeadAfterSeparator(first.End, opening, second);
        return head < 0 && opening < second.At && first.IsPercent && second.IsPercent ? LastComma(first.End, opening) : head;
    }

    // "100% A được ..., B đạt 95%": whatever follows the last comma is measured by the second value.
    private int LastComma(int from, int to)
    {
        var at = to - 1;
        while (at > from && !tokens[at].Is(","))
            at--;
        return at > from ? at : -1;
    }

    // Where the second value's comparator, "đạt" or "có" begins.
    private int BeforeComparator(int from, int at)
    {
        while (at > from)
        {
            var length = scanner.LengthBefore(TargetWords.Comparators, from, at, out _);
            if (length == 0)
                length = scanner.LengthBefore(TargetWords.Fillers, from, at, out _);
            if (length == 0)
                length = scanner.LengthBefore(TargetWords.Strivings, from, at, out _);
            if (length == 0)
                length = scanner.LengthBefore(TargetWords.AchieveVerbs, from, at, out _);
            if (length == 0)
                length = DeedsBefore(from, at);
            if (length == 0)
                length = YearLength(from, at);
            if (length == 0)
                return at;
            at -= length;
        }

        return at;
    }

    // "cải tạo, nâng cấp 31 trạm": several deeds done to the same.
    private int DeedsBefore(int from, int at)
    {
        var length = scanner.LengthBefore(TargetWords.Deeds, from, at, out _);
        for (var more = length; more > 0;)
        {
            var start = at - length;
            var separated = start - 1 > from && tokens[start - 1].Text is "," or "và";
            more = separated ? scanner.LengthBefore(TargetWords.Deeds, from, start - 1, out _) : 0;
            length += more > 0 ? more + 1 : 0;
        }

        return length;
    }

    // "..., đến năm 2028 có ít nhất 05 mô hình": tokens of the year that ends there.
    private int YearLength(int from, int at)
    {
        if (at - 2 < from || Years.At(tokens, at - 2, at) is null)
            return 0;
        var start = at - 2;
        while (start > from && tokens[start - 1].Text is "đến" or "vào" or "trong" or "cuối" or "hết")
            start--;
        return at - start;
    }

    private int SeparatorEndingAt(int from, int at)
    {
        var start = at;
        while (start > from && (tokens[start - 1].Text is "," or "và"))
            start--;
        var partOf = scanner.LengthBefore(TargetWords.PartOf, from, start, out _);
        return start < at || partOf > 0 ? start - partOf : -1;
    }

    private bool IsSeparator(int at, int to) => at < to && (tokens[at].Text is "," or "và" || TargetWords.PartOf.IsAt(tokens, at));

    private bool HasHead(int from, int at) => at > from && BeforeComparator(from, at) > from + 1;

    // The first separator that a phrase naming an indicator follows; failing that the last separator of all.
    private int HeadAfterSeparator(int from, int to, Quantity second)
    {
        var last = -1;
        for (var i = from; i < to - 1; i++)
        {
            if (!IsSeparator(i, to))
                continue;
            var next = i + 1;
            var part = TargetWords.PartOf.Match(tokens, next, out _);
            if (part > 0 && (second.IsPercent || HasHead(next + part, second.At)))
                return i;
            if (part > 0)
                next += part + (tokens[next + part].Is(",") ? 1 : 0);
            if (TargetWords.StrongHeads.IsAt(tokens, TargetWords.Movers.Match(tokens, next, out _) + next))
                return i;
            if (TargetWords.Heads.IsAt(tokens, next))
                last = i;
        }

        return last;
    }

    // "Hoàn thành phổ cập ..., tỷ lệ đi học đạt 98%": a state of its own before the first indicator.
    private int LeadingStateEnd(int from, Quantity first)
    {
        if (TargetWords.Universals.IsAt(tokens, from) || (TargetWords.Changes.IsAt(tokens, from) && IsShareOfSome(first)))
            return StateBefore(from, first);
        if (!TargetWords.AchieveVerbs.IsAt(tokens, from))
            return StateBeforeDeed(from, first);
        for (var i = from + 3; i < first.At; i++)
        {
            if (tokens[i].Text is "," && TargetWords.StrongHeads.IsAt(tokens, i + 1))
                return i;
        }

        return from;
    }

    // "Trung tâm có khu khám riêng và dành tối thiểu 10% số giường": what stands before the deed is a state of its own.
    private int StateBeforeDeed(int from, Quantity first)
    {
        var opening = BeforeComparator(from, first.At);
        var separator = opening - 1;
        return separator - from > FewestStateWords && tokens[separator].Is("và") && TargetWords.Deeds.IsAt(tokens, opening) && States.IsIn(tokens.AsSpan(from, separator - from)) ? separator : from;
    }

    private static readonly PhraseTable<bool> States = Phrases.Of("có", "được", "là");

    // "... đạt 95%, bảo đảm mức sinh thay thế", "... đạt 95% dân số năm 2026 và bao phủ toàn dân năm 2030": a state of its own after a
    // value that ends its clause.
    private int TrailingState(int from, Quantity last, int to)
    {
        if (!HasHead(from, last.At))
            return to;
        var farthest = Math.Min(to - FewestStateWords, last.End + FarthestState);
        for (var i = last.End; i < farthest; i++)
        {
            if (tokens[i].Text is "," or "và" && TargetWords.AchieveVerbs.IsAt(tokens, i + 1) && (i == last.End ? tokens[i].Is(",") : Years.First(tokens, i, to) is not null))
                return i;
        }

        return to;
    }

    // "75% trẻ em tự kỷ và toàn bộ người cao tuổi cô đơn được ...", "... đạt 90%, tất cả các xã đều có ...": all of them is an assertion
    // of its own.
    private int? UniversalAfter(int from, int to)
    {
        for (var i = from; i < to - FewestStateWords; i++)
        {
            if (tokens[i].Text is "," or "và" && TargetWords.Universals.IsAt(tokens, i + 1) && TargetWords.Predicates.IsIn(tokens.AsSpan(i + 1, to - i - 1)))
                return i;
        }

        return null;
    }

    // "Toàn bộ thôn, bản có điện và 98% hộ dân được dùng điện", "Giảm số vụ bạo lực và 90% nạn nhân được tư vấn": where the first
    // quantity's own assertion begins.
    private int StateBefore(int from, Quantity first)
    {
        var separator = SeparatorEndingAt(from, BeforeComparator(from, first.At));
        return separator - from > FewestStateWords - 1 && (TargetWords.Changes.IsAt(tokens, from) || TargetWords.Predicates.IsIn(tokens.AsSpan(from, separator - from))) ? separator : from;
    }

    // "90% nạn nhân được tư vấn".
    private bool IsShareOfSome(Quantity quantity)
    {
        if (!quantity.IsPercent || quantity.End + 1 >= tokens.Length || !tokens[quantity.End].IsWord || TargetWords.Predicates.IsAt(tokens, quantity.End) || TargetWords.Against.IsAt(tokens, quantity.End) || Years.At(tokens, quantity.End, tokens.Length) is not null)
            return false;
        for (var i = quantity.End + 1; i < tokens.Length && tokens[i].Text is not (";" or "."); i++)
        {
            if (TargetWords.Predicates.IsAt(tokens, i))
                return true;
            if (tokens[i].IsNumber)
                return false;
        }

        return false;
    }

    // "... không quá 310 tỷ đồng, còn lại là vốn doanh nghiệp": the rest is what the value leaves, no part of what it measures.
    private int WithoutRest(Quantity last, int to)
    {
        for (var i = last.End; i + 1 < to; i++)
        {
            if (tokens[i].Is(",") && Rest.IsAt(tokens, i + 1))
                return i;
        }

        return to;
    }

    private static readonly PhraseTable<bool> Rest = Phrases.Of("còn lại", "phần còn lại", "số còn lại");

    private Piece Trimmed(int from, int to, Quantity? quantity, int clause)
    {
        var part = false;
        while (from < to && TargetWords.Connectors.Match(tokens, from, out _) is var length and > 0)
        {
            part |= TargetWords.PartOf.IsAt(tokens, from);
            from += length;
        }

        while (to > from && TargetWords.Connectors.Match(tokens, to - 1, out _) == 1)
            to--;
        return new Piece(from, Math.Max(from, to), quantity, part, clause);
    }
}
