using System.IO.Packaging;
using System.Runtime.InteropServices;
using System.Xml;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Documents.Archives;
using SocialPolicy.Documents.Blocks;
using SocialPolicy.Documents.Rules;

namespace SocialPolicy.Documents.Word;

/// <summary>The text of a Word document as it would be printed, without headers, footers and notes.</summary>
internal static class WordText
{
    public static string Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var file = Open(bytes);
            OfficeArchive.MustUnpackModestly(file);
            using var package = Package.Open(file, FileMode.Open, FileAccess.Read);
            var document = WordPackage.Of(package);
            var numbering = new ListNumbering(NumberingReader.Read(document.Numbering), StyleReader.Read(document.Styles));
            return BlockWriter.Write(BodyReader.Read(document.Body, numbering));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw new RuleBroken([new DocumentsAreWhole(IsWhole: false)]);
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    // What the archive, the package and the XML in it say when they cannot go on. Nothing here touches a disk.
    private static bool IsDamage(Exception problem) => problem is XmlException or IOException or InvalidDataException or FormatException
        or NotSupportedException or ArgumentException or UriFormatException or InvalidOperationException or OverflowException;
}
