using System.IO.Compression;
using System.Security;
using System.Text;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

/// <summary>The smallest Word document with a text: one paragraph for each line.</summary>
internal static class WordDocument
{
    private const string Types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    private const string Relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="document.xml"/></Relationships>
        """;

    /// <summary>What an office program saves behind a password, as far as a reader without it sees: a compound file with an encrypted package.</summary>
    public static byte[] Protected() =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[96]];

    public static byte[] Of(string text, params (string Name, byte[] Content)[] more)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes(Types));
            Write(archive, "_rels/.rels", Encoding.UTF8.GetBytes(Relations));
            Write(archive, "document.xml", Encoding.UTF8.GetBytes(Document(text)));
            foreach (var (name, content) in more)
                Write(archive, name, content);
        }

        return file.ToArray();
    }

    private static string Document(string text)
    {
        var body = string.Concat(text.Split('\n').Select(Paragraph));
        return $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>";
    }

    private static string Paragraph(string line) => $"<w:p><w:r><w:t>{SecurityElement.Escape(line)}</w:t></w:r></w:p>";

    private static void Write(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }
}
