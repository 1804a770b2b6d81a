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

    public static byte[] Of(string text)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", Types);
            Write(archive, "_rels/.rels", Relations);
            Write(archive, "document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{string.Concat(text.Split('\n').Select(Paragraph))}</w:body></w:document>");
        }

        return file.ToArray();
    }

    private static string Paragraph(string line) => $"<w:p><w:r><w:t>{SecurityElement.Escape(line)}</w:t></w:r></w:p>";

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
