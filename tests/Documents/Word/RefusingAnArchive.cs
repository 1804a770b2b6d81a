using System.IO.Compression;
using System.Text;
using SocialPolicy.Documents.Samples;

namespace SocialPolicy.Documents.Word;

public sealed class RefusingAnArchive
{
    [Fact]
    public Task That_is_no_word_document() => Refusing.Read(Zip(("a.txt", "a"))).ShouldBe("DOCUMENT_FORMAT_UNKNOWN");

    [Fact]
    public Task That_is_a_spreadsheet() => Refusing.Read(Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
        ("_rels/.rels", Relations("xl/workbook.xml")),
        ("xl/workbook.xml", "<workbook/>"))).ShouldBe("DOCUMENT_FORMAT_UNKNOWN");

    [Fact]
    public Task Whose_document_is_missing() => Refusing.Read(Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>"),
        ("_rels/.rels", Relations("word/document.xml")))).ShouldBe("DOCUMENT_DAMAGED");

    [Fact]
    public Task That_unpacks_to_far_more_than_it_is() => Refusing.Read(With("bomb.bin", new byte[30 << 20])).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Fact]
    public Task That_unpacks_to_a_text_without_end() => Refusing.Read(WordFile.Of(WordFile.P(new string('a', 2_000_001)))).ShouldBe("DOCUMENT_TEXT_TOO_LONG");

    [Fact]
    public Task That_defines_entities() => Refusing.Read(Replaced(
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"))
        .ShouldBe("DOCUMENT_DAMAGED");

    [Fact]
    public Task That_has_too_many_parts() => Refusing.Read(Changed(archive =>
    {
        for (var part = 0; part < 10_001; part++)
            Write(archive, $"word/{part}", [1]);
    })).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Theory]
    [InlineData("../../evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("word\\..\\..\\evil.xml")]
    [InlineData("C:evil.xml")]
    public Task Whose_parts_lead_outside(string name) => Refusing.Read(With(name, [1])).ShouldBe("DOCUMENT_DAMAGED");

    [Fact]
    public Task That_names_a_file_of_this_machine() => Refusing.Read(Replaced(
        "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"))
        .ShouldBe("DOCUMENT_DAMAGED");

    [Fact]
    public async Task But_not_for_an_archive_inside_it_which_nobody_opens() =>
        (await Refusing.Read(With("word/embeddings/bomb.zip", Zip(("zeros", new string('0', 30 << 20)))))).ShouldBe("Kế hoạch");

    [Fact]
    public async Task Only_when_nesting_brings_no_text()
    {
        const int Depth = 100_000;
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", Depth)) + WordFile.P("Kế hoạch") + string.Concat(Enumerable.Repeat("</w:sdt>", Depth));
        var tables = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", Depth / 10)) + WordFile.P("Bảng") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", Depth / 10));

        (await Refusing.Read(WordFile.Of(deep))).ShouldBe("Kế hoạch");
        (await Refusing.Read(WordFile.Of(tables))).ShouldContain("Bảng");
    }

    private static string Relations(string target) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{target}\"/></Relationships>";

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
                Write(archive, name, Encoding.UTF8.GetBytes(content));
        }

        return file.ToArray();
    }

    private static byte[] With(string name, byte[] content) => Changed(archive => Write(archive, name, content));

    private static byte[] Replaced(string document) => Changed(archive =>
    {
        archive.GetEntry("word/document.xml")!.Delete();
        Write(archive, "word/document.xml", Encoding.UTF8.GetBytes(document));
    });

    private static byte[] Changed(Action<ZipArchive> change)
    {
        var file = new MemoryStream();
        file.Write(WordFile.Of(WordFile.P("Kế hoạch")));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            change(archive);
        return file.ToArray();
    }

    private static void Write(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }
}
