using System.IO.Compression;
using System.Text;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.Service.Owners.Workbook;
using SocialPolicy.PlanRegistry.Service.Workbooks;
using SocialPolicy.PlanRegistry.Domain.Exports;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

public sealed class RefusingAWorkbook
{
    private const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

    [Fact]
    public void That_unpacks_to_far_more_than_it_is() => Reason(Zip(("[Content_Types].xml", Types), ("xl/bomb.bin", new string('0', 30 << 20)))).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Fact]
    public void That_has_too_many_parts() =>
        Reason(Zip([("[Content_Types].xml", Types), .. Enumerable.Range(0, 10_001).Select(part => ($"xl/{part}", "1"))])).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Fact]
    public void Whose_xml_is_deeper_than_a_stack() =>
        Reason(Zip(("[Content_Types].xml", Types), ("xl/workbook.xml", Nested(100_000)))).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Fact]
    public void Whose_xml_has_millions_of_elements() =>
        Reason(Zip(("[Content_Types].xml", Types), ("xl/workbook.xml", $"<a>{string.Concat(Enumerable.Repeat("<c/>", 1_000_001))}</a>"))).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\"><a/>")]
    public void That_defines_entities(string xml) => Reason(Zip(("[Content_Types].xml", Types), ("xl/workbook.xml", xml))).ShouldBe("OWNER_SHEET_UNREADABLE");

    [Theory]
    [InlineData("../../evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("xl\\..\\..\\evil.xml")]
    [InlineData("C:evil.xml")]
    public void Whose_parts_lead_outside(string name) => Reason(Zip(("[Content_Types].xml", Types), (name, "<a/>"))).ShouldBe("OWNER_SHEET_UNREADABLE");

    [Fact]
    public void That_was_damaged_on_its_way_whatever_the_damage()
    {
        var whole = SheetWriter.Write([new Sheet("Phân công", [("item", 10)], [["a"], ["b"]])]);
        var random = new Random(Extent.Seed);

        for (var attempt = 0; attempt < 500; attempt++)
        {
            var damaged = (byte[])whole.Clone();
            for (var change = random.Next(1, 20); change > 0; change--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);

            Reason(damaged[..random.Next(damaged.Length / 2, damaged.Length + 1)]).ShouldStartWith("", customMessage: $"SPP_TEST_SEED={Extent.Seed}");
        }
    }

    private static string Reason(byte[] workbook) => Should.Throw<RuleBroken>(() => ReturnedWorkbook.Read(new MemoryStream(workbook))).First.Reason;

    private static string Nested(int depth) => $"{string.Concat(Enumerable.Repeat("<a>", depth))}{string.Concat(Enumerable.Repeat("</a>", depth))}";

    private static byte[] Zip(params IEnumerable<(string Name, string Content)> entries)
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

        return file.ToArray();
    }
}
