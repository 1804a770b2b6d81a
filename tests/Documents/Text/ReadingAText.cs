using System.Text;

namespace SocialPolicy.Documents.Text;

public sealed class ReadingAText
{
    private const string Words = "KẾ HOẠCH\nThực hiện chính sách xã hội\n";

    public static TheoryData<Encoding> Unicodes =>
    [
        new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    ];

    [Theory]
    [MemberData(nameof(Unicodes))]
    public async Task Takes_it_as_it_is_without_its_byte_order_mark(Encoding encoding) =>
        (await Refusing.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Words)])).ShouldBe(Words);

    [Fact]
    public async Task Leaves_markdown_as_it_stands()
    {
        const string Markdown = "# KẾ HOẠCH\n\n**1. Mục tiêu** <br>\n\n| a | b |\n|---|---|\n";

        (await Refusing.Read(Encoding.UTF8.GetBytes(Markdown), "ke-hoach.md")).ShouldBe(Markdown);
    }

    [Theory]
    [InlineData("plan.md", "<div align=\"center\">\n\n# KẾ HOẠCH\n\n</div>\n")]
    [InlineData("plan.txt", "Kế hoạch <b>1</b>\n")]
    [InlineData("", "Xem %PDF-1.4 và <html>\n")]
    public async Task Is_not_led_astray_by_a_little_markup(string name, string text) =>
        (await Refusing.Read(Encoding.UTF8.GetBytes(text), name)).ShouldBe(text);

    [Fact]
    public async Task Takes_two_million_characters_however_many_bytes_they_have_and_no_more()
    {
        var longest = new string('ă', 2_000_000);

        (await Refusing.Read(Encoding.UTF8.GetBytes(longest))).Length.ShouldBe(2_000_000);
        await Refusing.Read(Encoding.UTF8.GetBytes(longest + "a")).ShouldBe("DOCUMENT_TEXT_TOO_LONG");
    }

    // "Kế hoạch" in TCVN3 and in Windows-1258, and an odd byte at the end of UTF-16.
    [Theory]
    [InlineData(new byte[] { 0x4B, 0xD5, 0x20, 0x68, 0x6F, 0xB9, 0x63, 0x68 })]
    [InlineData(new byte[] { 0x4B, 0xEA, 0xEC, 0x20, 0x68, 0x6F, 0x61, 0xF2, 0x63, 0x68 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x4B, 0x00, 0x41 })]
    public Task Is_refused_for_what_is_not_unicode(byte[] bytes) => Refusing.Read(bytes, "plan.txt").ShouldBe("DOCUMENT_ENCODING_UNKNOWN");

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0x00 })]
    [InlineData(new byte[] { (byte)'P', (byte)'l', 0, (byte)'n' })]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10 })]
    [InlineData(new byte[] { 1, 2, 3, 0xE9, 4, 5, 6 })]
    [InlineData(new byte[] { (byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', (byte)'1' })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0 })]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public Task Is_refused_for_what_is_no_text(byte[] bytes) => Refusing.Read(bytes, "plan.txt").ShouldBe("DOCUMENT_FORMAT_UNKNOWN");

    [Fact]
    public Task Is_refused_for_xml_that_is_no_page() => Refusing.Read([.. "<?xml version=\"1.0\"?><w:wordDocument/>"u8]).ShouldBe("DOCUMENT_FORMAT_UNKNOWN");

    [Fact]
    public Task Is_refused_for_an_empty_file() => Refusing.Read([]).ShouldBe("DOCUMENT_EMPTY");

    [Fact]
    public Task Is_refused_for_blanks_alone() => Refusing.Read([.. " \n\t\n"u8]).ShouldBe("DOCUMENT_WITHOUT_TEXT");

    [Fact]
    public Task Is_refused_over_20_MiB() => Refusing.Read(new byte[(20 << 20) + 1]).ShouldBe("DOCUMENT_TOO_LARGE");
}
