using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanText.Text;

namespace SocialPolicy.PlanText.Layout;

/// <summary>
/// The document re-wrapped: one line for each paragraph, single blanks, with a folded twin of equal length, its tokens,
/// and the way back to the offsets of the text as received.
/// </summary>
internal sealed class Flow
{
    private readonly SourceText source;
    private readonly int[] origins;

    private Flow(SourceText source, string text, int[] origins, List<Block> blocks)
    {
        this.source = source;
        this.origins = origins;
        Text = text;
        Folded = Fold(text);
        Tokens = Tokenizer.Cut(Folded);
        Blocks = blocks;
        AssignTokens();
    }

    public string Text { get; }

    public string Folded { get; }

    public Token[] Tokens { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public ReadOnlySpan<Token> TokensOf(Block block) => Tokens.AsSpan(block.FirstToken, block.EndToken - block.FirstToken);

    /// <summary>Words of the flow between two offsets, trimmed.</summary>
    public string Words(int start, int end) => end <= start ? "" : Text[start..end].Trim();

    /// <summary>Where a non-empty piece of the flow stands in the text as received.</summary>
    public TextSpan Span(int start, int end) => new(source.StartOf(origins[start]), source.EndOf(origins[end - 1]));

    public static Flow Of(SourceText source)
    {
        var lines = PageFurniture.Without(LineReader.Read(source));
        var signs = new FlowWriter(source, source.Signs.Length + lines.Count);
        var blocks = new List<Block>();
        foreach (var (first, last) in new LineJoiner(lines, Wrapping.Measure(lines)).Paragraphs())
        {
            var start = signs.Length;
            for (var i = first; i <= last; i++)
                signs.Append(lines[i]);
            var marker = lines[first].Marker;
            blocks.Add(new Block(blocks.Count, start, signs.Length - 1, marker, MarkerLength(lines[first]), lines[first..(last + 1)]));
            signs.EndParagraph();
        }

        return new Flow(source, signs.Text, signs.Origins, blocks);
    }

    // Blanks inside a marker collapse too, so its length in the flow is counted again.
    private static int MarkerLength(Line line)
    {
        var length = 0;
        for (var i = 0; i < line.Marker.Length; i++)
            length += line.Text[i] is ' ' or '\t' && i > 0 && line.Text[i - 1] is ' ' or '\t' ? 0 : 1;
        return length;
    }

    private static string Fold(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        text.AsSpan().CopyTo(folded);
        TextFolding.FoldLetters(folded);
    });

    private void AssignTokens()
    {
        var at = 0;
        foreach (var block in Blocks)
        {
            while (at < Tokens.Length && Tokens[at].Start < block.Content)
                at++;
            block.FirstToken = at;
            while (at < Tokens.Length && Tokens[at].Start < block.End)
                at++;
            block.EndToken = at;
        }
    }

    /// <summary>Writes lines one behind the other, runs of blanks as one, and notes where each sign came from.</summary>
    private sealed class FlowWriter(SourceText source, int capacity)
    {
        private readonly char[] signs = new char[capacity];

        public int Length { get; private set; }

        public int[] Origins { get; } = new int[capacity];

        public string Text => new(signs, 0, Length);

        public void Append(Line line)
        {
            // A stroke that opens a row encloses it; a tab there divides an empty cell from the next one.
            if (line.IsRow && source.Signs[line.Start] == '\t')
                Write('|', line.Start);
            for (var at = line.Start; at < line.End; at++)
            {
                var sign = source.Signs[at] == '\t' ? line.IsRow ? '|' : ' ' : source.Signs[at];
                if (sign != ' ' || Length == 0 || signs[Length - 1] != ' ')
                    Write(sign, at);
            }

            Write(' ', line.End - 1);
        }

        public void EndParagraph() => signs[Length - 1] = '\n';

        private void Write(char sign, int origin)
        {
            (signs[Length], Origins[Length]) = (sign, origin);
            Length++;
        }
    }
}
