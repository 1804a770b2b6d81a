using SocialPolicy.PlanText.Layout;

namespace SocialPolicy.PlanText.Targets;

/// <summary>What is read from the targets sections: targets of the period and of the vision.</summary>
internal sealed record SectionTargets(List<Target> Targets, List<Target> Vision);

/// <summary>Walks the targets sections: general objectives claim nothing, specific ones become targets, the vision its own list.</summary>
internal sealed class TargetSections(Flow flow, Outline outline, int? planYear)
{
    private readonly TargetReader reader = new(flow);

    private enum Part
    {
        General,
        Specific,
        Vision,
    }

    public SectionTargets Read()
    {
        var result = new SectionTargets([], []);
        foreach (var section in outline.Of(SectionKind.Targets))
            Read(section, result);
        return result;
    }

    private void Read(Section section, SectionTargets result)
    {
        var divided = section.Blocks.Any(block => IsHeading(block) && PartOf(block) is not null);
        var opening = divided ? Part.General : Part.Specific;
        var part = section.Heading is { } heading && StartsAsVision(heading) ? Part.Vision : opening;
        var year = section.Heading is null ? planYear : YearOf(section.Heading) ?? planYear;
        foreach (var block in section.Blocks)
        {
            if (IsHeading(block) && PartOf(block) is { } named)
            {
                part = named;
                year = YearOf(block) ?? (section.Heading is null ? null : YearOf(section.Heading)) ?? planYear;
                continue;
            }

            if (IsLabel(block))
                year = YearOf(block) ?? year;
            else if (part == Part.Specific)
                reader.Read(block, year, result.Targets, static _ => true);
            else if (part == Part.Vision)
                reader.Read(block, year, result.Vision, IsIndexed);
        }
    }

    // Of a vision only what can be checked is claimed.
    private bool IsIndexed(Piece piece) =>
        piece.Quantity is not null || IndexWords.IsIn(flow.Tokens.AsSpan(piece.From, piece.To - piece.From));

    private static readonly Text.PhraseTable<bool> IndexWords = Text.Phrases.Of("chỉ số", "tỷ lệ", "xếp hạng", "nằm trong nhóm", "thuộc nhóm");

    private bool StartsAsVision(Block block) =>
        SectionWords.Vision.IsAt(flow.TokensOf(block), 0);

    private Part? PartOf(Block block)
    {
        var tokens = flow.TokensOf(block);
        var vision = SectionWords.Vision.Find(tokens, out _, out _);
        var general = SectionWords.General.Find(tokens, out _, out _);
        var specific = SectionWords.Specific.Find(tokens, out _, out _);
        if (vision >= 0 && (specific < 0 || vision < specific))
            return Part.Vision;
        if (general >= 0)
            return Part.General;
        return specific is >= 0 and < 6 ? Part.Specific : null;
    }

    private int? YearOf(Block block) => Years.First(flow.Tokens, block.FirstToken, block.EndToken);

    private bool IsHeading(Block block)
    {
        var words = block.EndToken - block.FirstToken;
        return words is > 0 and <= 24 && (block.Marker.IsNumbered || IsLabel(block)) && !flow.Text[block.Content..block.End].Contains(';', StringComparison.Ordinal);
    }

    // A short line that asserts nothing: "Về y tế", "Đến năm 2025:".
    private bool IsLabel(Block block)
    {
        var words = block.EndToken - block.FirstToken;
        if (words is 0 or > 16)
            return false;
        var last = flow.Tokens[block.EndToken - 1];
        if (last.Is(":"))
            return true;
        return block.Marker.IsNumbered && words <= 12 && last.IsWord && !flow.Tokens.AsSpan(block.FirstToken, words).ContainsAnyPercent();
    }
}
