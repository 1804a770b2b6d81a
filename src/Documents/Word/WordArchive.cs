using System.IO.Compression;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Word;

/// <summary>Looks at the archive before anything in it is believed: by unpacking it, for what it says of itself may be a lie.</summary>
internal static class WordArchive
{
    private const int MostEntries = 10_000;
    private const long MostBytes = 200_000_000;
    private const long FreeBytes = 20_000_000;
    private const int LargestRatio = 100;

    public static void MustBeOneOfADocument(MemoryStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        Check.Rule(new DocumentsUnpackModestly(archive.Entries.Count <= MostEntries));
        Check.Rule(new DocumentsHaveAKnownFormat(archive.GetEntry("[Content_Types].xml") is not null));

        var buffer = new byte[64 << 10];
        var most = Math.Min(MostBytes, Math.Max(FreeBytes, file.Length * LargestRatio));
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
                Check.Rule(new DocumentsUnpackModestly((unpacked += read) <= most));
        }
    }
}
