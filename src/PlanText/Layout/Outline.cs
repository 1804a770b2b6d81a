namespace SocialPolicy.PlanText.Layout;

/// <summary>The outermost sections of the document and what each is about.</summary>
internal sealed class Outline
{
    private const int LongestAnnexHeading = 20;
    private static readonly MarkerKind[] Styles = [MarkerKind.Part, MarkerKind.Capital, MarkerKind.Roman, MarkerKind.Arabic];

    private Outline(IReadOnlyList<Section> sections) => Sections = sections;

    public IReadOnlyList<Section> Sections { get; }

    public IEnumerable<Section> Of(SectionKind kind) => Sections.Where(section => section.Kind == kind);

    public Section Preamble => Sections[0];

    /// <summary>The sections of the blocks [from, to).</summary>
    public static Outline Of(Flow flow, int from, int to)
    {
        var style = OutermostStyle(flow, from, to);
        var sections = new List<Section>();
        var (kind, heading, blocks) = (SectionKind.Preamble, (Block?)null, new List<Block>());
        var ended = false;
        var hasOutline = flow.Blocks.Skip(from).Take(to - from).Any(block => Styles.Contains(block.Marker.Kind) && block.Marker.Kind == style && KindOf(flow, block) != SectionKind.Other);
        foreach (var block in flow.Blocks.Skip(from).Take(to - from))
        {
            var opens = ended && !IsBehind(kind) ? SectionKind.Closing : Opens(flow, block, style, kind, hasOutline);
            ended = EndsDocument(flow, block);
            if (opens is { } opened)
            {
                sections.Add(new Section(kind, heading, blocks));
                (kind, heading, blocks) = (opened, opened is SectionKind.Closing or SectionKind.Chrome ? null : block, []);
                if (heading is not null)
                    continue;
            }

            blocks.Add(block);
        }

        sections.Add(new Section(kind, heading, blocks));
        return new Outline(sections);
    }

    private static SectionKind? Opens(Flow flow, Block block, MarkerKind style, SectionKind current, bool hasOutline)
    {
        if (current == SectionKind.Closing && SectionWords.Chrome.IsAt(flow.TokensOf(block), 0))
            return SectionKind.Chrome;
        if (current is not (SectionKind.Preamble or SectionKind.Chrome) && IsAnnex(flow, block))
            return SectionKind.Annex;
        if (block.IsRow)
            return null;
        if (!IsBehind(current) && block.Marker.Kind == style && block.Marker.Depth <= 1)
            return KindOf(flow, block);

        // The parts of a long plan have sections of their own.
        if (!IsBehind(current) && style == MarkerKind.Part && block.Marker.Kind == MarkerKind.Roman && KindOf(flow, block) is var inner and not SectionKind.Other)
            return inner;
        // Of a plan without sections the preamble is all there is before its foot.
        var inBody = (current != SectionKind.Preamble || !hasOutline) && !IsBehind(current);
        return inBody && block.Marker.Kind == MarkerKind.None && SectionWords.Closing.IsAt(flow.TokensOf(block), 0) ? SectionKind.Closing : null;
    }

    // Behind the body nothing is a section of it any more.
    private static bool IsBehind(SectionKind kind) => kind is SectionKind.Closing or SectionKind.Annex or SectionKind.Chrome;

    // A short line of its own that closes no sentence: "PHỤ LỤC I", "Phụ lục: Danh mục nhiệm vụ".
    private static bool IsAnnex(Flow flow, Block block) =>
        block.Marker.Kind == MarkerKind.None && !block.IsRow && flow.TokensOf(block) is [_, ..] tokens && SectionWords.Annex.IsAt(tokens, 0)
        && (tokens.Length <= LongestAnnexHeading || block.Lines[0].IsCapitals) && tokens[^1].Text is not ("." or ";");

    /// <summary>Whether a block closes a document: administrative documents end with "./.".</summary>
    public static bool EndsDocument(Flow flow, Block block) =>
        flow.TokensOf(block) is [.., var dot, var stroke, var last] && dot.Is(".") && stroke.Is("/") && last.Is(".");

    /// <summary>Tasks outrank other words of a heading; else the first word decides.</summary>
    private static SectionKind KindOf(Flow flow, Block block)
    {
        var tokens = flow.TokensOf(block);
        var first = SectionKind.Other;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (SectionWords.Headings.Match(tokens, i, out var kind) == 0)
                continue;
            if (kind == SectionKind.Tasks && first is SectionKind.Other or SectionKind.Targets)
                return SectionKind.Tasks;
            if (first == SectionKind.Other)
                first = kind;
        }

        return first;
    }

    // The outermost numbering is the style of which two headings name known sections; of several the one that begins first. Of Roman
    // numbers one is enough: a short plan may number its only section so.
    private static MarkerKind OutermostStyle(Flow flow, int from, int to)
    {
        var known = flow.Blocks.Skip(from).Take(to - from)
            .Where(block => Styles.Contains(block.Marker.Kind) && block.Marker.Depth <= 1 && KindOf(flow, block) != SectionKind.Other)
            .GroupBy(block => block.Marker.Kind)
            .Where(blocks => blocks.Key == MarkerKind.Roman || blocks.Skip(1).Any())
            .MinBy(blocks => blocks.First().Index);
        return known?.Key ?? MarkerKind.Roman;
    }
}
