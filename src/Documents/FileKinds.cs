using System.Text;
using SocialPolicy.Documents.Html;
using SocialPolicy.Documents.Text;

namespace SocialPolicy.Documents;

/// <summary>What a file is, as far as its first look tells.</summary>
internal enum FileKind
{
    /// <summary>Text or Markdown: what nothing else was found to be.</summary>
    Text,

    /// <summary>An HTML page or a piece of one.</summary>
    Page,

    /// <summary>A zip archive: a Word document, or nothing that can be read.</summary>
    Archive,

    Pdf,

    /// <summary>An office document behind a password.</summary>
    Protected,

    /// <summary>Something that is known not to be readable.</summary>
    Unknown,
}

/// <summary>Tells a file's kind by its content; its name only breaks ties.</summary>
internal static class FileKinds
{
    private const int Opening = 64 << 10;
    private const int FarthestPdfMark = 1024;

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    private static readonly byte[][] Archives = [[.. "PK\u0003\u0004"u8], [.. "PK\u0005\u0006"u8]];

    // Pictures, other archives, RTF, web archives, calendars of Word's past: each is known by how it begins.
    private static readonly byte[][] Others =
    [
        [0xFF, 0xD8, 0xFF], [0x89, .. "PNG"u8], [.. "GIF8"u8], [.. "II*\0"u8], [.. "MM\0*"u8], [.. "RIFF"u8],
        [0x1F, 0x8B], [.. "7z"u8, 0xBC, 0xAF], [.. "Rar!"u8], [.. "{\\rtf"u8], [.. "MIME-Version:"u8],
    ];

    public static FileKind Of(ReadOnlySpan<byte> bytes, string fileName)
    {
        if (bytes.StartsWith(CompoundFile))
            return bytes.IndexOf(EncryptedPackage) >= 0 ? FileKind.Protected : FileKind.Unknown;
        if (StartsWithOneOf(bytes, Archives))
            return FileKind.Archive;
        if (StartsWithOneOf(bytes, Others))
            return FileKind.Unknown;
        if (IsPdf(bytes))
            return FileKind.Pdf;

        var opening = Encodings.Peek(bytes[..Math.Min(bytes.Length, Opening)]);
        return Markup.KindOf(opening, Path.GetExtension(fileName));
    }

    // The mark may stand behind up to a kilobyte of anything; behind words it is a text about PDF.
    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[..Math.Min(bytes.Length, FarthestPdfMark)].IndexOf("%PDF-"u8);
        return at == 0 || (at > 0 && (bytes[..at].ContainsAnyExceptInRange((byte)0, (byte)0x20) is false || bytes.IndexOf("%%EOF"u8) >= 0));
    }

    private static bool StartsWithOneOf(ReadOnlySpan<byte> bytes, byte[][] marks)
    {
        foreach (var mark in marks)
        {
            if (bytes.StartsWith(mark))
                return true;
        }

        return false;
    }
}
