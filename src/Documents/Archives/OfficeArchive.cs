using System.IO.Compression;
using System.Xml;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Archives;

/// <summary>
/// Looks at the archive of an office document before anything in it is believed: by unpacking it, for what it says of itself may be a
/// lie. What is packed inside its entries stays packed.
/// </summary>
public static class OfficeArchive
{
    private const int MostEntries = 10_000;
    private const long MostBytes = 200_000_000;
    private const long FreeBytes = 20_000_000;
    private const int LargestRatio = 100;
    private const int MostNodes = 1_000_000;
    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Throws DOCUMENT_UNPACKS_TOO_LARGE, DOCUMENT_FORMAT_UNKNOWN, DOCUMENT_DAMAGED; <see cref="InvalidDataException"/> for what is no archive.</summary>
    /// <param name="file">Is read from its beginning and left there.</param>
    public static void MustUnpackModestly(Stream file)
    {
        using var archive = Open(file);
        Check.Rule(new DocumentsUnpackModestly(archive.Entries.Count <= MostEntries));
        Check.Rule(new DocumentsHaveAKnownFormat(archive.GetEntry("[Content_Types].xml") is not null));
        Check.Rule(new DocumentsAreWhole(!archive.Entries.Any(entry => LeadsOutside(entry.FullName))));

        var buffer = new byte[64 << 10];
        var most = Math.Min(MostBytes, Math.Max(FreeBytes, file.Length * LargestRatio));
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
                Check.Rule(new DocumentsUnpackModestly((unpacked += read) <= most));
        }

        file.Position = 0;
    }

    /// <summary>
    /// For readers that build a tree of what they read: its XML is neither wide nor deep beyond measure, and names no entities. Throws
    /// DOCUMENT_UNPACKS_TOO_LARGE; <see cref="XmlException"/> for what is no XML.
    /// </summary>
    /// <param name="file">One that unpacks modestly.</param>
    public static void MustHoldPlainXml(Stream file)
    {
        using var archive = Open(file);
        var nodes = 0;
        foreach (var entry in archive.Entries.Where(entry => IsXml(entry.FullName)))
        {
            using var reader = XmlReader.Create(entry.Open(), Settings);
            while (reader.Read())
                Check.Rule(new DocumentsUnpackModestly((nodes += 1 + reader.AttributeCount) <= MostNodes && reader.Depth <= Deepest));
        }

        file.Position = 0;
    }

    private static ZipArchive Open(Stream file)
    {
        file.Position = 0;
        return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
    }

    private static bool LeadsOutside(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || name.Contains(':', StringComparison.Ordinal) || name.Split('/', '\\').Contains("..");

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
