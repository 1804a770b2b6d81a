using System.Runtime.InteropServices;
using System.Text;

namespace SocialPolicy.Documents.Pdf;

/// <summary>A box on a page, in points from its upper left corner.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(float Left, float Top, float Right, float Bottom)
{
    public float Width => Right - Left;
    public float Height => Bottom - Top;
    public float MiddleX => (Left + Right) / 2;
    public float MiddleY => (Top + Bottom) / 2;
}

/// <summary>A word, or a part of one set in another font, and where it stands.</summary>
internal sealed record PdfWord(string Text, Box Box)
{
    // Words stand a quarter of their size apart, parts of a word not at all.
    private const float Gap = 0.1f;

    /// <summary>The words of one line from left to right.</summary>
    public static string Join(IEnumerable<PdfWord> words)
    {
        var line = new StringBuilder();
        PdfWord? before = null;
        foreach (var word in words)
        {
            if (before is not null && word.Box.Left - before.Box.Right > Gap * word.Box.Height)
                line.Append(' ');
            line.Append(word.Text);
            before = word;
        }

        return line.ToString();
    }

    /// <summary>Words of several lines in reading order, with a space for each line's end.</summary>
    public static string JoinLines(IEnumerable<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderBy(word => word.Box.MiddleY))
        {
            if (lines.Count > 0 && word.Box.MiddleY - lines[^1][0].Box.MiddleY < word.Box.Height / 2)
                lines[^1].Add(word);
            else
                lines.Add([word]);
        }

        return string.Join(' ', lines.Select(line => Join(line.OrderBy(word => word.Box.Left))));
    }
}

/// <summary>A page's words: in flows, which are parts of it that are read one after another, and their lines.</summary>
internal sealed record PdfPage(List<List<List<PdfWord>>> Flows)
{
    public IEnumerable<PdfWord> Words => Flows.SelectMany(flow => flow).SelectMany(line => line);
}
