using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Targets;

/// <summary>Reads the targets of paragraphs, clause by clause.</summary>
internal sealed class TargetReader
{
    private const int FewestWords = 4;
    private const int LongestGrade = 4;

    // No sentence is longer; what claims to be one is not read, and so listed as unread.
    private const int LongestClause = 2000;
    private readonly Flow flow;
    private readonly QuantityScanner scanner;
    private readonly PieceSplitter splitter;
    private readonly Interpreter interpreter;

    public TargetReader(Flow flow)
    {
        this.flow = flow;
        scanner = new QuantityScanner(flow);
        splitter = new PieceSplitter(flow.Tokens, scanner);
        interpreter = new Interpreter(flow, scanner);
    }

    /// <summary>Whether a paragraph states a value.</summary>
    public bool HasValue(Block block) => scanner.Scan(block.FirstToken, block.EndToken).Count > 0;

    /// <summary>Targets of a paragraph from a token on, appended to <paramref name="targets"/>; <paramref name="claims"/> tells which pieces are wanted.</summary>
    public void Read(Block block, int first, int? year, List<Target> targets, Func<Piece, bool> claims)
    {
        var pieces = new List<Piece>();
        var years = new List<int?>();
        var current = year;
        var clause = 0;
        foreach (var (from, to, endsSentence) in ClauseSplitter.Split(flow, first, block.EndToken))
        {
            if (to - from > LongestClause)
                continue;
            var start = AfterLabel(from + ClauseSplitter.OrdinalLength(flow, from, to), to);
            var lead = Years.LeadIn(flow.Tokens, start, to, out var leadYear);
            current = leadYear ?? current;
            if (IsValueOfYear(start, lead, to))
                lead = 0;
            foreach (var piece in splitter.Split(start + lead, to, clause).SelectMany(WithBreakdown))
            {
                if (!IsAssertion(piece) || !claims(piece))
                    continue;
                pieces.Add(piece);
                years.Add(current);
            }

            clause++;
        }

        Interpret(pieces, years, targets);
    }

    // "Năm 2027: 1.250 căn": what is measured was said before, and the year is all that tells this value from the next.
    private bool IsValueOfYear(int from, int lead, int to) =>
        lead > 0 && flow.Tokens[from + lead - 1].Is(":") && scanner.Scan(from + lead, to) is [var only] && only.At == from + lead && only.End == to;

    // "78% trường đạt chuẩn (mầm non 72%, tiểu học 80%)": what a bracket divides the whole into are targets of their own.
    private IEnumerable<Piece> WithBreakdown(Piece piece)
    {
        var (open, close) = Bracket(piece);
        if (piece.Quantity is { } main && open >= main.End && IsYearlyChange(open + 1, close))
            return [piece with { To = open }, .. splitter.Split(open + 1, close, piece.Clause).Select(part => part with { IsPart = true })];
        if (piece.Quantity is not { IsPercent: true } whole || open < whole.End || scanner.Scan(open + 1, close) is not { Count: > 1 } parts || !parts.TrueForAll(part => part.IsPercent))
            return [piece];
        return [piece with { To = open }, .. splitter.Split(open + 1, close, piece.Clause).Select(part => part with { IsPart = true })];
    }

    // "... còn 4% (bình quân mỗi năm giảm 0,8%)".
    private bool IsYearlyChange(int from, int to)
    {
        var words = flow.Tokens.AsSpan(from, to - from);
        return TargetWords.Changes.IsIn(words) && (TargetWords.PerYear.IsIn(words) || Average.IsIn(words)) && scanner.Scan(from, to).Count == 1;
    }

    private static readonly Text.PhraseTable<bool> Average = Text.Phrases.Of("bình quân", "trung bình");

    private (int Open, int Close) Bracket(Piece piece)
    {
        var open = -1;
        for (var i = piece.Quantity?.End ?? piece.From; i < piece.To; i++)
        {
            if (flow.Tokens[i].Is("("))
                open = i;
            else if (flow.Tokens[i].Is(")") && open >= 0)
                return (open, i);
        }

        return (-1, -1);
    }

    private void Interpret(List<Piece> pieces, List<int?> years, List<Target> targets)
    {
        var first = targets.Count;
        var read = new List<Target>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 0 && pieces[i - 1].IsPart && pieces[i].Clause > pieces[i - 1].Clause && IsYearAndValue(pieces[i]))
                pieces[i] = pieces[i] with { IsPart = true };
            var parent = pieces[i].IsPart && first + i > 0 ? ParentOf(read, i) : null;
            read.Add(interpreter.Read(pieces[i], years[i]) with { Parent = parent });
        }

        new SharedTails(flow, pieces, read).Share();
        targets.AddRange(read.Select(target => target.Parent is { } parent ? target with { Parent = parent + first } : target));
    }

    // "trong đó: năm 2026: 1.150 căn; năm 2027: 1.250 căn": the next year is a part as the one before.
    private bool IsYearAndValue(Piece piece) => Years.At(flow.Tokens, piece.From, piece.To) is not null && piece.Quantity?.End == piece.To;

    // A part belongs to the nearest whole before it.
    private static int? ParentOf(List<Target> read, int at) => at == 0 ? null : read[at - 1].Parent ?? at - 1;

    private static readonly Text.PhraseTable<bool> Numbered = Text.Phrases.Of("chỉ tiêu", "mục tiêu", "chỉ tiêu số", "mục tiêu số");

    // "Về giáo dục: ...", "Chỉ tiêu 2: ...": a label is no part of the assertion.
    private int AfterLabel(int from, int to)
    {
        var last = Math.Min(to - 1, from + 10);
        for (var i = from + Numbered.Match(flow.Tokens, from, out _) + (Numbered.IsAt(flow.Tokens, from) ? 1 : 0); i < last; i++)
        {
            if (flow.Tokens[i].IsNumber || flow.Tokens[i].Is(","))
                return from;
            if (flow.Tokens[i].Is(":"))
                return !Numbered.IsAt(flow.Tokens, from) && IsHead(from, i, to) ? from : i + 1;
        }

        return from;
    }

    // "Tỷ lệ hộ nghèo: 3%", "Tỷ lệ đi học đúng độ tuổi: tiểu học 99,5%, ...": what is measured stands before the colon, whom or when it is
    // measured behind it.
    private bool IsHead(int from, int colon, int to)
    {
        if (TargetWords.Reaching.IsAt(flow.Tokens, colon - 1) && flow.Tokens[colon + 1].IsNumber)
            return true;
        if (TargetWords.StrongHeads.IsAt(flow.Tokens, from + TargetWords.Movers.Match(flow.Tokens, from, out _)) && (flow.Tokens[colon + 1].IsNumber || Years.At(flow.Tokens, colon + 1, to) is not null))
            return true;
        var number = colon + 1;
        while (number < to && number - colon <= LongestGrade && !flow.Tokens[number].IsNumber)
            number++;
        var isShare = number + 1 < to && flow.Tokens[number].IsNumber && flow.Tokens[number + 1].Is("%") && number > colon + 1;
        return isShare && (TargetWords.StrongHeads.IsAt(flow.Tokens, from) || number - colon <= LongestGrade) && !flow.Tokens[from].Is("về");
    }

    private bool IsAssertion(Piece piece)
    {
        if (piece.To <= piece.From)
            return false;
        if (piece.Quantity is not null)
            return true;
        var words = 0;
        var isSaid = piece.Clause == 0;
        for (var i = piece.From; i < piece.To; i++)
        {
            words += flow.Tokens[i].IsWord ? 1 : 0;
            isSaid = isSaid || IsVerb(i);
        }

        return words >= FewestWords && isSaid && !flow.Tokens[piece.To - 1].Is(":") && !EndsWithColon(piece);
    }

    // "...; nhà ga, bến xe; trường học": things that a list goes on with are no assertion.
    private bool IsVerb(int at) =>
        TargetWords.Predicates.IsAt(flow.Tokens, at) || TargetWords.AchieveVerbs.IsAt(flow.Tokens, at) || TargetWords.Movers.IsAt(flow.Tokens, at)
        || TargetWords.Strivings.IsAt(flow.Tokens, at) || TargetWords.Deeds.IsAt(flow.Tokens, at);

    private bool EndsWithColon(Piece piece) => piece.To < flow.Tokens.Length && flow.Tokens[piece.To].Is(":");
}
