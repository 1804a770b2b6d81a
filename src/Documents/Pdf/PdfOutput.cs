using System.Text;
using SocialPolicy.Documents.Text;

namespace SocialPolicy.Documents.Pdf;

/// <summary>Takes what a process writes, and no more than is wanted.</summary>
internal static class PdfOutput
{
    private const int Chunk = 16 << 10;

    /// <summary>All of it, or the refusal of a text that is too long.</summary>
    public static async Task<string> Whole(StreamReader output, CancellationToken cancellation)
    {
        var text = new BoundedText();
        var buffer = new char[Chunk];
        for (var read = await output.ReadAsync(buffer, cancellation); read > 0; read = await output.ReadAsync(buffer, cancellation))
            text.Append(buffer.AsSpan(0, read));
        return text.ToString();
    }

    /// <summary>The beginning of it; the rest is let go, so that the writer never waits.</summary>
    public static async Task<string> Head(StreamReader output, int most, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[Chunk];
        for (var read = await output.ReadAsync(buffer, cancellation); read > 0; read = await output.ReadAsync(buffer, cancellation))
            text.Append(buffer, 0, Math.Min(read, most - text.Length));
        return text.ToString();
    }
}
