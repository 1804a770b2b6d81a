using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Text;

/// <summary>Text and Markdown: taken as they are, so that offsets are those of the file.</summary>
internal static class PlainText
{
    // Old encodings use a few control codes for rare capitals; in a binary file every tenth byte is one.
    private const int RarestBinary = 20;

    /// <summary>The characters without their byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = Encodings.Of(bytes, out var content);
        try
        {
            Check.Rule(new TextsAreShortEnoughToRead(encoding.GetCharCount(content)));
            var text = encoding.GetString(content);

            // NUL is valid Unicode but never text: it is the first sign of a binary file, and nothing stores it.
            Check.Rule(new DocumentsHaveAKnownFormat(!text.Contains('\0', StringComparison.Ordinal)));
            return text;
        }
        catch (DecoderFallbackException)
        {
            Check.Rule(new DocumentsHaveAKnownFormat(encoding is UnicodeEncoding || !IsBinary(content)));
            throw new RuleBroken([new TextsHaveAKnownEncoding(IsKnown: false)]);
        }
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var sign in bytes)
        {
            if (sign == 0)
                return true;
            if (sign < 0x20 && sign is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                controls++;
        }

        return controls > bytes.Length / RarestBinary;
    }
}
