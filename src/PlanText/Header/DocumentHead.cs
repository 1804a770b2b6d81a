using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Citations;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Header;

/// <summary>Kind, number, date and title as the head of the document prints them.</summary>
internal sealed class DocumentHead
{
    private const int LongestKindLine = 60;
    private const int LongestDateLine = 160;
    private readonly Flow flow;
    private readonly Section preamble;
    private readonly SymbolScanner symbols;

    // The last block of the preamble that has the number or the date of the head.
    private int headBlock = -1;

    public DocumentHead(Flow flow, Outline outline)
    {
        this.flow = flow;
        preamble = outline.Preamble;
        symbols = new SymbolScanner(flow);
        FindKind();
        FindNumber();
        FindDate();
        Title = new TitleReader(flow, preamble, IsPlanKind).Read(KindBlock, headBlock, Number);
    }

    /// <summary>True for a plan, false for another kind, null when no line names the kind.</summary>
    public bool? IsPlanKind { get; private set; }

    public string? Number { get; private set; }

    /// <summary>The symbol after a blank number, as "-KH/HU".</summary>
    public bool NumberIsBlank { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public PartialDate? Partial { get; private set; }

    /// <summary>The place before the date ("Sơn La, ngày ...").</summary>
    public string? Place { get; private set; }

    public string? Title { get; }

    private int KindBlock { get; set; } = -1;

    // A decision that wraps a plan names both kinds; the plan is what matters.
    private void FindKind()
    {
        for (var i = 0; i < preamble.Blocks.Count; i++)
        {
            var block = preamble.Blocks[i];
            var length = HeaderWords.Kinds.Match(flow.Tokens, block.FirstToken, out var plan);
            if (length == 0 || (block.EndToken - block.FirstToken > length && !block.Lines[0].IsCapitals))
                continue;
            if (block.EndToken - block.FirstToken == length ? block.End - block.Start > LongestKindLine : IsPlanKind is not null)
                continue;
            if (IsPlanKind is null || plan)
                (IsPlanKind, KindBlock) = (plan, i);
            if (plan)
                return;
        }
    }

    private void FindNumber()
    {
        var tokens = flow.Tokens;
        foreach (var (i, block) in preamble.Blocks.Take(KindBlock < 0 ? preamble.Blocks.Count : Math.Max(KindBlock, 1)).Index())
        {
            if (block.EndToken - block.FirstToken < 3 || !tokens[block.FirstToken].Is("số"))
                continue;
            var at = block.FirstToken + (tokens[block.FirstToken + 1].Is(":") ? 2 : 1);
            if (symbols.Match(at, block.EndToken, out var number) > 0)
                Number = number;
            else
                NumberIsBlank = symbols.Symbol(at, block.EndToken) > 0;
            if (Number is null && !NumberIsBlank)
                continue;
            headBlock = i;
            InferKind();
            return;
        }

        if (KindBlock < 0)
            FindAnnounced();
    }

    // A page may have lost the line "KẾ HOẠCH": the number in the head is that of a plan, and the preamble says that one is issued.
    private void InferKind()
    {
        if (KindBlock < 0 && Number is not null && HasPlanSymbol(Number) && preamble.Blocks.Any(AnnouncesPlan))
            IsPlanKind = true;
    }

    private static bool HasPlanSymbol(string number) =>
        Array.Find(number.Split('/', '-'), part => char.IsLetter(part[0])) is { } kind && TextFolding.Fold(kind) is "kh" or "ctr";

    private bool AnnouncesPlan(Block block)
    {
        for (var i = block.FirstToken; i < block.EndToken; i++)
        {
            var issued = HeaderWords.Issues.Match(flow.Tokens, i, out _);
            if (issued > 0 && HeaderWords.Plans.IsAt(flow.Tokens, i + issued))
                return true;
        }

        return false;
    }

    // An article reports it: "ngày 29/5/2024, UBND ... đã ban hành Kế hoạch số 1823/KH-UBND".
    private void FindAnnounced()
    {
        foreach (var block in preamble.Blocks)
        {
            for (var i = block.FirstToken; i < block.EndToken; i++)
            {
                var issued = HeaderWords.Issues.Match(flow.Tokens, i, out _);
                var plan = issued == 0 ? 0 : HeaderWords.Plans.Match(flow.Tokens, i + issued, out _);
                var at = i + issued + plan;
                if (plan == 0 || at + 1 >= block.EndToken || !flow.Tokens[at].Is("số") || symbols.Match(at + 1, block.EndToken, out var number) == 0)
                    continue;
                Number = number;
                IssuedOn = LastDate(block.FirstToken, i);
                return;
            }
        }
    }

    private DateOnly? LastDate(int from, int to)
    {
        DateOnly? last = null;
        for (var i = from; i < to; i++)
            last = Dates.At(flow.Tokens.AsSpan(0, to), i, out _) ?? last;
        return last;
    }

    private void FindDate()
    {
        foreach (var (at, block) in preamble.Blocks.Index().Where(block => block.Item.End - block.Item.Start <= LongestDateLine))
        {
            for (var i = block.FirstToken + 1; i < block.EndToken; i++)
            {
                if (!flow.Tokens[i].Is("ngày") || !flow.Tokens[i - 1].Is(",") || IsOfOthers(block, i) || !ReadDate(block, i))
                    continue;
                headBlock = Math.Max(headBlock, at);
                return;
            }
        }
    }

    // The date of a cited document ("Căn cứ Luật ..., ngày ...") or of the page on which the document stands ("Chủ nhật, ngày ...").
    private bool IsOfOthers(Block block, int at)
    {
        var before = flow.Tokens.AsSpan(block.FirstToken, at - block.FirstToken);
        return DocumentWords.Openers.IsIn(before) || HeaderWords.Attached.IsIn(before) || HeaderWords.Weekdays.IsIn(before);
    }

    private bool ReadDate(Block block, int at)
    {
        var tokens = flow.Tokens;
        var date = Dates.At(tokens.AsSpan(0, block.EndToken), at, out _);
        int? month = null, year = null;
        for (var i = at + 1; i + 1 < block.EndToken; i++)
        {
            if (tokens[i].Is("tháng") && tokens[i + 1].IsNumber)
                month = NumberText.Whole(tokens[i + 1].Text);
            if (tokens[i].Is("năm") && tokens[i + 1].IsNumber)
                year = NumberText.Whole(tokens[i + 1].Text);
        }

        if (date is null && year is null)
            return false;
        IssuedOn = date;
        Partial = date is null ? new PartialDate(year, month is >= 1 and <= 12 ? month : null) : null;
        Place = PlaceBefore(block, at - 1);
        return true;
    }

    private string? PlaceBefore(Block block, int comma)
    {
        var from = comma;
        while (from > block.FirstToken && flow.Tokens[from - 1].IsWord && IsNameWord(flow.Tokens[from - 1]))
            from--;
        return from < comma ? flow.Words(flow.Tokens[from].Start, flow.Tokens[comma - 1].End) : null;
    }

    // The symbol of the other column is all capitals.
    private bool IsNameWord(Token token) => char.IsUpper(flow.Text[token.Start]) && (token.Length == 1 || char.IsLower(flow.Text[token.Start + 1]));
}
