using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Layout;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Citations;

/// <summary>Collects the documents that a plan cites: by number in both grammars, laws and assembly resolutions by name.</summary>
internal sealed class CitationReader(Flow flow)
{
    private const int LongestName = 16;
    private readonly Token[] tokens = flow.Tokens;
    private readonly SymbolScanner symbols = new(flow);
    private readonly LawScanner laws = new(flow);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>One basis for each distinct document, in order of first mention; the plan's own number is not among them.</summary>
    public IReadOnlyList<LegalBasis> Read(IEnumerable<Outline> outlines, string? ownNumber)
    {
        foreach (var section in outlines.SelectMany(outline => outline.Sections).Where(section => section.Kind != SectionKind.Chrome))
        {
            var titles = new BasisTitles(flow, section);
            foreach (var block in section.Blocks)
                Read(block, titles.Holds(block), section.Kind == SectionKind.Preamble);
        }

        if (ownNumber is not null)
            entries.Remove(TextFolding.Fold(ownNumber));
        return [.. entries.Values.Select(entry => entry.ToBasis())];
    }

    private void Read(Block block, bool isBasis, bool preamble)
    {
        var relation = new Relation(tokens, isBasis ? LegalRelationship.PursuantTo : LegalRelationship.Cites);
        for (var i = block.FirstToken; i < block.EndToken; i++)
        {
            var relationship = preamble || isBasis ? relation.At(i) : LegalRelationship.Cites;
            var end = Numbered(i, block, relationship);
            if (end == 0)
                end = Named(i, block, relationship);
            if (end == 0)
                continue;
            relation.Cite();
            i = end - 1;
        }
    }

    private int Numbered(int at, Block block, LegalRelationship relationship)
    {
        var (type, begin) = TypeBefore(block.FirstToken, at);
        var end = symbols.Match(at, block.EndToken, out var number);
        if (end == 0 && begin < at - 1)
            end = symbols.MatchOrgan(at, block.EndToken, out number);
        if (end == 0)
            return 0;
        Note(TextFolding.Fold(number), at, end, CitedDates.After(tokens, end, block.EndToken), new LegalBasis { Number = number, Type = type, Relationship = Proposed(begin, type, relationship) });
        return end;
    }

    // "theo đề nghị của Sở A tại Tờ trình số ...": a submission is what the plan was proposed by.
    private LegalRelationship Proposed(int begin, string? type, LegalRelationship relationship)
    {
        var isProposal = string.Equals(type, "Tờ trình", StringComparison.Ordinal) && (relationship != LegalRelationship.Cites || (begin > 0 && DocumentWords.Proposals.IsAt(tokens, begin - 1)));
        return isProposal ? LegalRelationship.OnProposalOf : relationship;
    }

    private int Named(int at, Block block, LegalRelationship relationship)
    {
        var end = laws.Match(at, block.EndToken);
        if (end == 0)
            end = AssemblyEnd(at, block.EndToken);
        if (end == 0)
            return 0;
        var name = flow.Words(tokens[at].Start, tokens[end - 1].End);
        DocumentWords.Types.Match(tokens, at, out var type);
        var key = TextFolding.Fold(name.Replace(",", "", StringComparison.Ordinal));
        if (end + 1 < block.EndToken && tokens[end].Is("số") && symbols.Match(end + 1, block.EndToken, out var number) is var numberEnd and > 0)
        {
            // "Luật Trẻ em số 102/2016/QH13": from here on the name alone means it too.
            aliases[key] = TextFolding.Fold(number);
            Note(aliases[key], at, numberEnd, CitedDates.After(tokens, numberEnd, block.EndToken), new LegalBasis { Number = number, Name = name, Type = type, Relationship = relationship });
            return numberEnd;
        }

        key = aliases.GetValueOrDefault(key, key);
        Note(key, at, end, CitedDates.After(tokens, end, block.EndToken), new LegalBasis { Name = name, Type = type, Relationship = relationship });
        return end;
    }

    // "Nghị quyết Hội nghị Trung ương 5, Khóa XI": ends with the Roman number of term or congress.
    private int AssemblyEnd(int at, int to)
    {
        if (!DocumentWords.Assemblies.IsAt(tokens, at))
            return 0;
        var last = Math.Min(to, at + LongestName);
        for (var i = at + 3; i < last; i++)
        {
            if (tokens[i].IsWord && tokens[i].Text.All(letter => letter is 'i' or 'v' or 'x') && tokens[i - 1].Text is "khóa" or "thứ")
                return i + 1;
        }

        return 0;
    }

    private void Note(string key, int at, int end, DateOnly? date, LegalBasis basis)
    {
        var span = flow.Span(tokens[at].Start, tokens[end - 1].End);
        if (!entries.TryGetValue(key, out var entry))
            entries[key] = entry = new Entry(basis with { Span = span });
        entry.Spans.Add(span);
        entry.Mention(basis);
        entry.Date ??= date;
    }

    // The kind of document before "số" and the token it begins with.
    private (string? Type, int Begin) TypeBefore(int from, int at)
    {
        var end = at;
        while (end > from && tokens[end - 1].Text is "số" or ":")
            end--;
        for (var length = 4; length > 0; length--)
        {
            if (end - length >= from && DocumentWords.Types.Match(tokens.AsSpan(0, end), end - length, out var type) == length)
                return (type, end - length);
        }

        return (null, at);
    }

    private sealed class Entry(LegalBasis first)
    {
        private LegalBasis basis = first;

        public List<TextSpan> Spans { get; } = [];

        public DateOnly? Date { get; set; }

        // The first verb that governs the document says how the plan stands to it; a bare mention before says nothing.
        public void Mention(LegalBasis mention) => basis = basis with
        {
            Number = NumberSpelling.Better(basis.Number, mention.Number),
            Type = basis.Type ?? mention.Type,
            Relationship = basis.Relationship == LegalRelationship.Cites ? mention.Relationship : basis.Relationship,
        };

        public LegalBasis ToBasis() => basis with { Number = NumberSpelling.Customary(basis.Number), Date = Date, Occurrences = Spans };
    }
}
