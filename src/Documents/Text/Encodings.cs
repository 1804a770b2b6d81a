using System.Text;

namespace SocialPolicy.Documents.Text;

/// <summary>Unicode, strictly: a byte that is none of it is an error, never a sign of replacement.</summary>
internal static class Encodings
{
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    public static Encoding Utf8 => Marked[0];

    /// <summary>The encoding that a byte order mark names, UTF-8 without one; <paramref name="content"/> is what follows the mark.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> content)
    {
        foreach (var encoding in Marked)
        {
            if (!bytes.StartsWith(encoding.Preamble))
                continue;
            content = bytes[encoding.Preamble.Length..];
            return encoding;
        }

        content = bytes;
        return Utf8;
    }

    /// <summary>How a file begins, whatever its encoding: enough for what is written in ASCII.</summary>
    public static string Peek(ReadOnlySpan<byte> bytes)
    {
        var encoding = Of(bytes, out var content);
        return encoding is UnicodeEncoding wide
            ? Encoding.GetEncoding(wide.CodePage).GetString(content)
            : Encoding.Latin1.GetString(content);
    }
}
