using System.IO.Compression;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Workbooks.Reading;

namespace SocialPolicy.Workbooks.UnitTests.Reading;

public sealed class ReadingATable
{
    private const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    private const string OfficeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "a|b/1|2", DecimalMark.Point)]
    [InlineData("a;b\n1,5;2", "a|b/1,5|2", DecimalMark.Comma)]
    [InlineData("a,b\r1,2\r", "a|b/1|2", DecimalMark.Point)]
    [InlineData("\uFEFFa,b", "a|b", DecimalMark.Point)]
    [InlineData("\"a;c\",b\n\"x \"\"y\"\"\",\"l1\nl2\"", "a;c|b/x \"y\"|l1\nl2", DecimalMark.Point)]
    [InlineData("a,b\n\n,,\n1,", "a|b//||/1|", DecimalMark.Point)]
    [InlineData("'=1+1,'kept,''x\n", "=1+1|'kept|'x", DecimalMark.Point)]
    public void Finds_the_cells_of_a_csv_file(string text, string cells, DecimalMark mark)
    {
        var table = TableFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "any");

        table.Mark.ShouldBe(mark);
        string.Join('/', table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))).ShouldBe(cells);
        table.Rows.Select(row => row.Number).ShouldBe(Enumerable.Range(1, table.Rows.Count()));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("-2 so với năm trước")]
    [InlineData("'abc")]
    [InlineData("một \"hai\"; ba\nbốn")]
    [InlineData("@x")]
    public void Gives_back_the_texts_that_were_written(string text)
    {
        var line = new StringBuilder().AppendFields([CsvText.Field(text, ';'), "1"], ';').ToString();

        TableFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(line)), "any").Rows.Single()[0].Text.ShouldBe(text);
        (line[0] is '=' or '-' or '@').ShouldBeFalse();
    }

    [Fact]
    public void Finds_the_cells_of_a_sheet_by_its_name_whatever_their_form()
    {
        var sheet = """
            <worksheet><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>trong ô</t></is></c></row>
            <row r="3"><c r="B3"><v>0.30000000000000004</v></c><c r="C3"><v>1.2E-3</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="str"><f>A1&amp;"x"</f><v>kết quả</v></c><c r="F3" t="e"><v>#DIV/0!</v></c></row>
            <row><c><v>12</v></c><c/></row>
            </sheetData></worksheet>
            """;
        var shared = "<sst><si><r><t>Tỷ </t></r><r><t>lệ</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si></sst>";

        var rows = TableFile.Read(Book(sheet, shared), "Số liệu").Rows.ToList();

        rows.Select(row => row.Number).ShouldBe([1, 3, 4]);
        rows[0].Cells.Select(cell => cell.Text).ShouldBe(["Tỷ lệ", "", "trong ô"]);
        rows[1].Cells.ShouldBe([TableCell.Empty, new("0.3", true), new("0.0012", true), new("true", false), new("kết quả", false), new("#DIV/0!", false)]);
        rows[2].Cells.ShouldBe([new("12", true)]);
    }

    [Fact]
    public void Keeps_to_the_memory_of_one_row_however_long_a_sheet_is()
    {
        var book = Book($"<worksheet><sheetData>{string.Concat(Enumerable.Range(1, 200_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\"><v>{row * 2}</v></c></row>"))}</sheetData></worksheet>", "<sst/>");

        var sum = 0L;
        foreach (var row in TableFile.Read(book, "Số liệu").Rows)
            sum += long.Parse(row[1].Text, System.Globalization.CultureInfo.InvariantCulture);

        sum.ShouldBe(200_000L * 200_001);
    }

    [Fact]
    public void Refuses_what_unpacks_to_far_more_than_it_is() =>
        Reason(Zip(("[Content_Types].xml", Types), ("xl/bomb.bin", new string('0', 30 << 20)))).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Fact]
    public void Refuses_xml_that_is_deeper_than_any_sheet() =>
        Reason(Book($"{string.Concat(Enumerable.Repeat("<a>", 100_000))}{string.Concat(Enumerable.Repeat("</a>", 100_000))}", "<sst/>")).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c r=\"ZZZ1\"><v>7</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"x\"><c><v>7</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c><v>12abc</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData>")]
    public void Refuses_a_damaged_sheet(string sheet) => Reason(Book(sheet, "<sst/>")).ShouldBe("TABLE_UNREADABLE");

    [Fact]
    public void Refuses_what_was_damaged_on_its_way_whatever_the_damage()
    {
        var whole = Book("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>", "<sst><si><t>a</t></si></sst>").ToArray();
        var random = new Random(7);

        for (var attempt = 0; attempt < 2000; attempt++)
        {
            var damaged = (byte[])whole.Clone();
            for (var change = random.Next(1, 20); change > 0; change--)
                damaged[random.Next(2, damaged.Length)] = (byte)random.Next(256);
            try
            {
                _ = TableFile.Read(new MemoryStream(damaged[..random.Next(damaged.Length / 2, damaged.Length + 1)]), "Số liệu").Rows.Count();
            }
            catch (RuleBroken refusal)
            {
                refusal.First.Reason.ShouldBeOneOf("TABLE_UNREADABLE", "DOCUMENT_UNPACKS_TOO_LARGE");
            }
        }
    }

    private static string Reason(MemoryStream file) => Should.Throw<RuleBroken>(() => TableFile.Read(file, "Số liệu").Rows.Count()).First.Reason;

    private static MemoryStream Book(string sheet, string shared) => Zip(
        ("[Content_Types].xml", Types),
        ("_rels/.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"{OfficeDocument}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"Khác\" sheetId=\"1\" r:id=\"s1\"/><sheet name=\"Số liệu\" sheetId=\"2\" r:id=\"s2\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"s2\" Type=\"{OfficeDocument}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"s3\" Type=\"{OfficeDocument}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet2.xml", sheet));

    private static MemoryStream Zip(params IEnumerable<(string Name, string Content)> entries)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        file.Position = 0;
        return file;
    }
}
