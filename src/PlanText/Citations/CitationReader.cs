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
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>One basis for each distinct document, in order of first mention; the plan's own number is not among them.</summary>
    public IReadOnlyList<LegalBasis> Read(IEnumerable<Outline> outlines, string? ownNumber)
    {
        foreach (var section in outlines.SelectMany(outline => outline.Sections).Where(section => section.Kind != SectionKind.Chrome))
        {
            foreach (var block in section.Blocks)
                Read(block, section.Kind == SectionKind.Preamble);
        }

        if (ownNumber is not null)
            entries.Remove(TextFolding.Fold(ownNumber));
        return [.. entries.Values.Select(entry => entry.ToBasis())];
    }

    private void Read(Block block, bool preamble)
    {
        var relationship = LegalRelationship.Cites;
        for (var i = block.FirstToken; i < block.EndToken; i++)
        {
            if (preamble && DocumentWords.Openers.Match(tokens, i, out var opener) > 0)
                relationship = opener;
            var end = Numbered(i, block, relationship);
            if (end == 0)
                end = Named(i, block, relationship);
            if (end > 0)
                i = end - 1;
        }
    }

    private int Numbered(int at, Block block, LegalRelationship relationship)
    {
        var end = symbols.Match(at, block.EndToken, out var number);
        if (end == 0)
            return 0;
        var date = DateAfter(end, block.EndToken);
        var type = TypeBefore(block.FirstToken, at);
        var proposal = relationship != LegalRelationship.Cites && string.Equals(type, "Tờ trình", StringComparison.Ordinal);
        Note(TextFolding.Fold(number), at, end, date, new LegalBasis { Number = number, Type = type, Relationship = proposal ? LegalRelationship.OnProposalOf : relationship });
        return end;
    }

    private int Named(int at, Block block, LegalRelationship relationship)
    {
        var end = IsCapital(at) ? LawEnd(at, block.EndToken) : 0;
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
            Note(aliases[key], at, numberEnd, DateAfter(numberEnd, block.EndToken), new LegalBasis { Number = number, Name = name, Type = type, Relationship = relationship });
            return numberEnd;
        }

        key = aliases.GetValueOrDefault(key, key);
        Note(key, at, end, DateAfter(end, block.EndToken), new LegalBasis { Name = name, Type = type, Relationship = relationship });
        return end;
    }

    // "Luật Bảo hiểm xã hội", "Pháp lệnh Ưu đãi người có công": a capital begins the name.
    private int LawEnd(int at, int to)
    {
        var opening = tokens[at].Is("luật") ? 1 : tokens[at].Is("pháp") && at + 1 < to && tokens[at + 1].Is("lệnh") ? 2 : 0;
        if (opening == 0 || at + opening >= to || !tokens[at + opening].IsWord || !IsCapital(at + opening))
            return 0;
        var end = at + opening + 1;
        if (!flow.Text.AsSpan(tokens[at + opening].Start, tokens[at + opening].Length).ContainsAnyInRange('a', 'z') && tokens[at + opening].Length > 2)
            return 0;
        while (end < to && end - at < LongestName)
        {
            if (tokens[end].IsWord ? DocumentWords.NameEnds.IsAt(tokens, end) : !(tokens[end].Is(",") && IsListInsideName(at + opening, end, to)))
                break;
            end++;
        }

        return end;
    }

    // "Luật Phòng, chống ...", "Luật An toàn, Vệ sinh lao động": the comma stands after one short word group and no new law follows.
    private bool IsListInsideName(int from, int comma, int to) =>
        comma - from <= 2 && comma + 1 < to && tokens[comma + 1].IsWord && !tokens[comma + 1].Is("luật") && !DocumentWords.NameEnds.IsAt(tokens, comma + 1);

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
        entry.Date ??= date;
        entry.Type ??= basis.Type;
    }

    private DateOnly? DateAfter(int at, int to)
    {
        if (at < to && tokens[at].Is(","))
            at++;
        return Dates.At(tokens.AsSpan(0, to), at, out _);
    }

    private string? TypeBefore(int from, int at)
    {
        var end = at;
        while (end > from && tokens[end - 1].Text is "số" or ":")
            end--;
        for (var length = 4; length > 0; length--)
        {
            if (end - length >= from && DocumentWords.Types.Match(tokens.AsSpan(0, end), end - length, out var type) == length)
                return type;
        }

        return null;
    }

    private bool IsCapital(int at) => char.IsUpper(flow.Text[tokens[at].Start]);

    private sealed class Entry(LegalBasis basis)
    {
        public List<TextSpan> Spans { get; } = [];

        public DateOnly? Date { get; set; }

        public string? Type { get; set; } = basis.Type;

        public LegalBasis ToBasis() => basis with { Date = Date, Type = Type, Occurrences = Spans };
    }
}
