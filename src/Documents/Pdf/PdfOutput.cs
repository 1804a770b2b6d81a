using System.Runtime.CompilerServices;
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

    /// <summary>Its lines one by one, without the spaces around them; those of more than <paramref name="longest"/> characters are passed over.</summary>
    public static async IAsyncEnumerable<string> Lines(StreamReader output, int longest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var isTooLong = false;
        var buffer = new char[Chunk];
        for (var read = await output.ReadAsync(buffer, cancellation); read > 0; read = await output.ReadAsync(buffer, cancellation))
        {
            var from = 0;
            for (var end = Array.IndexOf(buffer, '\n', 0, read); end >= 0; end = Array.IndexOf(buffer, '\n', from, read - from))
            {
                Add(from, end);
                if (!isTooLong)
                    yield return line.ToString().Trim();
                line.Clear();
                isTooLong = false;
                from = end + 1;
            }

            Add(from, read);
        }

        if (!isTooLong && line.Length > 0)
            yield return line.ToString().Trim();

        void Add(int from, int end)
        {
            isTooLong |= line.Length + end - from > longest;
            if (!isTooLong)
                line.Append(buffer, from, end - from);
        }
    }
}
