using System.IO.Compression;
using System.Xml.Linq;
using SocialPolicy.PlanRegistry.Domain.Exports;
using SocialPolicy.PlanRegistry.Service.Workbooks;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

/// <summary>Texts of documents come from anybody: what begins like a formula stays a text (CWE-1236).</summary>
public sealed class WritingTextsThatLookLikeFormulas
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Formulas = ["=cmd|' /C calc'!A0", "=HYPERLINK(\"http://127.0.0.1\")", "+1+2", "-2+3", "@SUM(1,2)", "\t=1+1", "\r=1+1", "|=1", "- Tổ chức tuyên truyền"];

    public static TheoryData<string> Texts => [.. Formulas];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Writes_them_as_texts_and_marks_them(string text)
    {
        var sheet = Part(Workbook(text), "xl/worksheets/sheet1.xml", "xl/worksheets/sheet.xml");

        sheet.Descendants(Main + "f").ShouldBeEmpty();
        var cell = sheet.Descendants(Main + "c").Single(cell => cell.Attribute("r")!.Value == "A2");
        cell.Attribute("t")!.Value.ShouldBe("inlineStr");
        IsMarked(Workbook(text), cell).ShouldBeTrue();
    }

    [Fact]
    public void Leaves_other_texts_as_they_are()
    {
        var bytes = Workbook("Kế hoạch = 1");

        var cell = Part(bytes, "xl/worksheets/sheet1.xml", "xl/worksheets/sheet.xml").Descendants(Main + "c").Single(cell => cell.Attribute("r")!.Value == "A2");
        cell.Value.ShouldBe("Kế hoạch = 1");
        IsMarked(bytes, cell).ShouldBeFalse();
    }

    [FactWithAnOfficeProgram]
    public async Task Gives_the_same_texts_back_when_an_office_program_saved_them()
    {
        var folder = Harness.TestFolder.Create();
        var texts = Formulas.Where(text => text.Trim() == text).ToList();

        var saved = await OfficeProgram.SaveAnew(SheetWriter.Write([new Sheet("Phân công", [("Nội dung", 60)], [.. texts.Select(text => (IReadOnlyList<object?>)[text])])]), folder.Path);

        using var archive = new ZipArchive(new MemoryStream(saved));
        Read(archive, "xl/worksheets/sheet1.xml").Descendants(Main + "f").ShouldBeEmpty();
        Read(archive, "xl/sharedStrings.xml").Descendants(Main + "t").Select(text => text.Value).ShouldBe(["Nội dung", .. texts], ignoreOrder: true);
    }

    private static byte[] Workbook(string text) => SheetWriter.Write([new Sheet("Chỉ tiêu", [("Nội dung", 60)], [[text]])]);

    private static bool IsMarked(byte[] workbook, XElement cell) => Part(workbook, "xl/styles.xml").Descendants(Main + "cellXfs").Single().Elements()
        .ElementAt((int)cell.Attribute("s")!).Attribute("quotePrefix")?.Value is "1" or "true";

    private static XElement Part(byte[] workbook, params string[] names)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return Read(archive, names.First(name => archive.GetEntry(name) is not null));
    }

    private static XElement Read(ZipArchive archive, string name)
    {
        using var content = archive.GetEntry(name)!.Open();
        return XElement.Load(content);
    }
}
