using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Targets;

/// <summary>What is read from the targets sections: general objectives, targets of the period and of the vision.</summary>
internal sealed record SectionTargets(List<Target> Targets, List<Target> Vision, List<Objective> Objectives);

/// <summary>
/// Walks the targets sections: general objectives claim nothing, specific ones become targets, the vision its own list. The blocks of
/// <paramref name="tables"/> are no paragraphs.
/// </summary>
internal sealed class TargetSections(Flow flow, Outline outline, int? planYear, IReadOnlySet<int> tables)
{
    private const int LongestYearHeading = 10;
    private const int LongestGoal = 40;
    private readonly TargetReader reader = new(flow);

    private enum Part
    {
        General,
        Specific,
        Vision,
    }

    public SectionTargets Read()
    {
        var result = new SectionTargets([], [], []);
        foreach (var section in outline.Of(SectionKind.Targets))
            Read(section, result);
        return result;
    }

    private void Read(Section section, SectionTargets result)
    {
        var named = section.Blocks.Select(block => Opening(block)?.Part).OfType<Part>().ToList();
        var part = PartOf(section.Heading) ?? (named.Any(one => one != Part.Vision) ? Part.General : Part.Specific);
        var general = section.Heading is { } outer && PartOf(outer) == Part.General ? Headings.Rank(outer.Marker) : int.MaxValue;
        var sectionYear = (section.Heading is null ? null : YearOf(section.Heading)) ?? planYear;
        var year = sectionYear;
        for (var i = 0; i < section.Blocks.Count; i++)
        {
            var block = section.Blocks[i];
            if (block.EndToken == block.FirstToken || block.IsRow || tables.Contains(block.Index) || IsCaption(block))
                continue;
            if (Opening(block) is { } opening)
            {
                // "1. Mục tiêu tổng quát: a) Giai đoạn 1 (2026 - 2028)": a stage of what is general is general.
                if (part == Part.General && opening.Part == Part.Specific && opening.IsYear && Headings.Rank(block.Marker) > general)
                    continue;
                general = opening.Part == Part.General ? Headings.Rank(block.Marker) : int.MaxValue;
                (part, year) = (opening.Part, Years.Set(flow.Tokens, block.FirstToken, opening.End) ?? sectionYear);
                if (opening.End < block.EndToken)
                    ReadContent(block, opening.End, part, year, result);

                // "Mục tiêu tổng quát: ..." without a number speaks for its own paragraph alone.
                if (part == Part.General && opening.End < block.EndToken && !block.Marker.IsNumbered)
                    part = Part.Specific;
            }
            else if (IsLabel(block) || IsGoal(block) || IsYearHeading(block, i + 1 < section.Blocks.Count ? section.Blocks[i + 1] : null))
            {
                year = YearOf(block) ?? year;
            }
            else
            {
                ReadContent(block, block.FirstToken, part, year, result);
            }
        }
    }

    private void ReadContent(Block block, int from, Part part, int? year, SectionTargets result)
    {
        if (part == Part.General)
            result.Objectives.Add(Objective(block, from, isVision: false));
        else if (part == Part.Specific)
            reader.Read(block, from, year, result.Targets, static _ => true);
        else
            ReadVision(block, from, year, result);
    }

    // What of a vision can be checked are targets of it; the rest are words to go by.
    private void ReadVision(Block block, int from, int? year, SectionTargets result)
    {
        var before = result.Vision.Count;
        reader.Read(block, from, year, result.Vision, IsIndexed);
        if (result.Vision.Count == before)
            result.Objectives.Add(Objective(block, from, isVision: true));
    }

    private Objective Objective(Block block, int from, bool isVision)
    {
        var (start, end) = (flow.Tokens[from].Start, flow.Tokens[block.EndToken - 1].End);
        return new(flow.Words(start, end), isVision, flow.Span(start, end));
    }

    // Of a vision only what can be checked is claimed.
    private bool IsIndexed(Piece piece) =>
        piece.Quantity is not null || IndexWords.IsIn(flow.Tokens.AsSpan(piece.From, piece.To - piece.From));

    private static readonly Text.PhraseTable<bool> IndexWords = Text.Phrases.Of("chỉ số", "tỷ lệ", "xếp hạng", "nằm trong nhóm", "thuộc nhóm");

    // "I. MỤC TIÊU CHUNG" without a heading of targets above it; one that names both parts says nothing of the first.
    private Part? PartOf(Block? heading)
    {
        if (heading is null)
            return null;
        var words = flow.TokensOf(heading);
        if (SectionWords.Vision.IsAt(words, 0))
            return Part.Vision;
        return SectionWords.General.IsIn(words) && !Particular.IsIn(words) ? Part.General : null;
    }

    private static readonly Text.PhraseTable<bool> Particular = Text.Phrases.Of("cụ thể", "chỉ tiêu");

    /// <summary>The part that a heading opens and the token behind its words: what follows on the same line is content.</summary>
    private (Part Part, int End, bool IsYear)? Opening(Block block)
    {
        if (block.EndToken == block.FirstToken || block.Marker.Kind == MarkerKind.Bullet)
            return null;
        var end = Headings.End(flow, block, block.FirstToken);
        if (end == block.EndToken && !IsHeading(block))
            return null;
        var words = flow.Tokens.AsSpan(block.FirstToken, end - block.FirstToken);
        if (words.ContainsAnyPercent())
            return null;

        // "1. Đến năm 2030", "2.1. Giai đoạn 2026 - 2028".
        var year = block.Marker.IsNumbered && words.Length <= LongestYearHeading && Years.Set(flow.Tokens, block.FirstToken, end) is not null;
        return PartOf(words) is { } part ? (part, end, false) : year ? (Part.Specific, end, true) : null;
    }

    private static Part? PartOf(ReadOnlySpan<Text.Token> words)
    {
        var vision = SectionWords.Vision.Find(words, out _, out _);
        var general = SectionWords.General.Find(words, out _, out _);
        var specific = SectionWords.Specific.Find(words, out _, out _);
        if (vision >= 0 && (specific < 0 || vision < specific))
            return Part.Vision;
        if (general is >= 0 and < 6)
            return Part.General;
        if (specific is >= 0 and < 6 && !IsNumberedGoal(words, specific))
            return Part.Specific;
        return null;
    }

    // "Mục tiêu 1: Trong lĩnh vực chính trị", "Chỉ tiêu 2: ...".
    private static bool IsNumberedGoal(ReadOnlySpan<Text.Token> words, int at) =>
        SectionWords.Specific.Match(words, at, out _) is var length && at + length < words.Length && words[at + length].IsNumber;

    // "2.3. Chăm sóc, phát huy vai trò người cao tuổi đến năm 2030" above "a) ...": it says of what and by when the next ones are.
    private bool IsYearHeading(Block block, Block? next)
    {
        var words = block.EndToken - block.FirstToken;
        return block.Marker.IsNumbered && words <= LongestGoal && Years.At(flow.Tokens, block.EndToken - 2, block.EndToken) is not null && !reader.HasValue(block)
            && next is not null && next.Marker.Kind != MarkerKind.None && next.Marker.Kind != block.Marker.Kind;
    }

    // A numbered goal that states no value heads the targets below it.
    private bool IsGoal(Block block) =>
        SectionWords.Specific.IsAt(flow.TokensOf(block), 0) && IsNumberedGoal(flow.TokensOf(block), 0)
        && block.EndToken - block.FirstToken <= LongestGoal && !reader.HasValue(block);

    private int? YearOf(Block block) => Years.Set(flow.Tokens, block.FirstToken, block.EndToken);

    private bool IsHeading(Block block)
    {
        var words = block.EndToken - block.FirstToken;
        return words is > 0 and <= 24 && (block.Marker.IsNumbered || IsLabel(block)) && !flow.Text[block.Content..block.End].Contains(';', StringComparison.Ordinal);
    }

    // "Bảng 2. Chỉ tiêu về nhà ở", "Biểu đồ 1: ...".
    private bool IsCaption(Block block) =>
        Captions.Match(flow.Tokens, block.FirstToken, out _) is var length and > 0 && block.FirstToken + length < block.EndToken && flow.Tokens[block.FirstToken + length].IsNumber;

    private static readonly Text.PhraseTable<bool> Captions = Text.Phrases.Of("bảng", "bảng số", "biểu", "biểu số", "biểu đồ", "hình", "phụ biểu");

    // "Về nhà ở, nước sạch".
    private bool IsSubject(Block block, Text.Token last) => flow.Tokens[block.FirstToken].Is("về") && last.IsWord && !reader.HasValue(block);

    // A short line that asserts nothing: "Về y tế", "Đến năm 2025:".
    private bool IsLabel(Block block)
    {
        var words = block.EndToken - block.FirstToken;
        if (words is 0 or > LongestGoal)
            return false;
        var last = flow.Tokens[block.EndToken - 1];
        if (words > 16)
            return block.Marker.IsNumbered && IsSubject(block, last);
        if (last.Is(":"))
            return true;
        if (IsSubject(block, last))
            return true;
        return block.Marker.IsNumbered && words <= 12 && last.IsWord && !flow.Tokens.AsSpan(block.FirstToken, words).ContainsAnyPercent();
    }
}
