using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Targets;

/// <summary>
/// Divides a clause between its quantities. Vietnamese joins assertions by comma or "và" in two orders: value last
/// ("tỷ lệ A đạt 95%, cấp B đạt 90%": the cut follows the value) and value first ("60% X và 45% Y": the cut precedes it).
/// </summary>
internal sealed class PieceSplitter
{
    private readonly Token[] tokens;
    private readonly QuantityScanner scanner;
    private readonly ValueOpenings openings;
    private readonly StateFinder states;

    public PieceSplitter(Token[] tokens, QuantityScanner scanner)
    {
        (this.tokens, this.scanner) = (tokens, scanner);
        openings = new ValueOpenings(tokens, scanner);
        states = new StateFinder(tokens, openings);
    }

    public IEnumerable<Piece> Split(int from, int to, int clause)
    {
        var quantities = scanner.Scan(from, to);
        quantities.RemoveAll(quantity => IsConditional(from, quantity) || (!quantity.IsPercent && TargetWords.Absences.IsAt(tokens, from)));
        if (quantities.Count == 0)
        {
            yield return Trimmed(from, to, null, clause);
            yield break;
        }

        var start = from;
        var lead = states.LeadingEnd(from, to, quantities[0]);
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

        to = states.WithoutRest(current, to);
        var tail = states.Trailing(start, current, to);
        yield return Trimmed(start, tail, current, clause);
        if (tail < to)
            yield return Trimmed(tail, to, null, clause);
    }

    // "từ 40% lên 60%": the second is the value. Otherwise the first stays.
    private Quantity Main(Quantity first, Quantity second)
    {
        var opening = tokens.AsSpan(openings.BeforeComparator(first.End, second.At)..second.At);
        if (opening.Length > 0 && opening[0].Is(":"))
            return second;
        var reaches = second.IsPercent == first.IsPercent ? TargetWords.Reaching.IsIn(tokens.AsSpan(first.End, second.At - first.End)) : second.IsPercent && TargetWords.Reaching.IsIn(opening);
        return reaches ? second : first;
    }

    // "Tỷ lệ trẻ được tiêm ít nhất 8 loại vắc xin, đúng lịch đạt 95%": a count inside a rate is not what it comes to.
    private bool IsInsideRate(int start, Quantity count, Quantity share) =>
        !count.IsPercent && count is { Unit: not "‰", Denominator: null } && share.IsPercent && TargetWords.Rates.IsIn(tokens.AsSpan(start, count.At - start))
        && tokens.AsSpan(openings.BeforeComparator(count.End, share.At)..share.At) is [var first, ..] opening && (first.Is(":") || TargetWords.Reaching.IsIn(opening));

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
        var opening = openings.BeforeComparator(first.End, second.At);
        if (!first.IsPercent && scanner.LengthBefore(Sizes, first.End, opening, out _) > 0)
            return -1;
        var before = openings.SeparatorEndingAt(first.End, opening);
        var valueLast = openings.IsSeparator(first.End, second.At) && openings.HasHead(start, first.At);
        if (valueLast && (before < 0 || before > first.End + 1))
            return first.End;
        if (before >= 0)
            return before;
        if (openings.IsSeparator(first.End, second.At))
            return first.End;
        var head = HeadAfterSeparator(first.End, opening, second);
        return head < 0 && opening < second.At && first.IsPercent && second.IsPercent ? LastComma(first.End, opening) : head;
    }

    // "... 02 vùng sản xuất, quy mô từ 50 ha trở lên": how large each of them is.
    private static readonly PhraseTable<bool> Sizes = Phrases.Of(", quy mô", ", diện tích", ", công suất", ", mỗi vùng", ", mỗi mô hình");

    // "100% A được ..., B đạt 95%": whatever follows the last comma is measured by the second value.
    private int LastComma(int from, int to)
    {
        var at = to - 1;
        while (at > from && !tokens[at].Is(","))
            at--;
        return at > from ? at : -1;
    }

    // The first separator that a phrase naming an indicator follows; failing that the last separator of all.
    private int HeadAfterSeparator(int from, int to, Quantity second)
    {
        var last = -1;
        for (var i = from; i < to - 1; i++)
        {
            if (!openings.IsSeparator(i, to))
                continue;
            var next = i + 1;
            var part = TargetWords.PartOf.Match(tokens, next, out _);
            if (part > 0 && (second.IsPercent || openings.HasHead(next + part, second.At)))
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
