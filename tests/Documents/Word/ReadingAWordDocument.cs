using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialPolicy.Documents.Samples;
using static SocialPolicy.Documents.Samples.WordFile;
using Letters = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace SocialPolicy.Documents.Word;

public sealed class ReadingAWordDocument
{
    [Fact]
    public async Task Takes_paragraphs_in_order_with_breaks_and_tabs() =>
        (await Refusing.Read(WordFile.Of(
            new Paragraph(new Run(new Letters("Một"), new Break(), new Letters("hai"), new TabChar(), new Letters("ba"))),
            new Paragraph(),
            new Paragraph(new Hyperlink(new Run(new Letters("bốn"))), new Run(new NoBreakHyphen(), new Letters("năm"))))))
            .ShouldBe("Một\nhai\tba\n\nbốn-năm");

    [Fact]
    public async Task Is_found_by_its_content_and_knows_no_header() => (await Refusing.Read(WordFile.Of(P("Kế hoạch")), "ke-hoach.txt")).ShouldBe("Kế hoạch");

    [Fact]
    public async Task Takes_changes_as_accepted() =>
        (await Refusing.Read(WordFile.Of(
            $"<w:p>{R("Giảm ")}<w:del w:id=\"1\"><w:r><w:delText>3%</w:delText></w:r></w:del><w:ins w:id=\"2\">{R("4%")}</w:ins><w:moveFrom w:id=\"3\">{R(" cũ")}</w:moveFrom></w:p>"
            + $"<w:p><w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr>{R("Một ")}</w:p>{P("đoạn")}"
            + Table(Row(Cell("a"), Cell("b"), Cell("c")), "<w:tr><w:trPr><w:del w:id=\"5\"/></w:trPr><w:tc><w:p/></w:tc></w:tr>"))))
            .ShouldBe("Giảm 4%\n\nMột đoạn\n\n| a | b | c |");

    [Fact]
    public async Task Leaves_hidden_text_and_field_codes_out() =>
        (await Refusing.Read(WordFile.Of($"<w:p>{R("Trang ")}<w:r><w:instrText>PAGE</w:instrText></w:r>{R("một")}<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>{R(" hết")}</w:p>")))
            .ShouldBe("Trang một hết");

    [Fact]
    public async Task Takes_a_text_box_once()
    {
        var box = $"<w:txbxContent>{P("DỰ THẢO")}</w:txbxContent>";
        var drawn = $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

        (await Refusing.Read(WordFile.Of($"<w:p>{R("Kế ")}{drawn}{R("hoạch")}</w:p>"))).ShouldBe("DỰ THẢO\n\nKế hoạch");
        (await Refusing.Read(WordFile.Of($"<w:p>{R("Kế hoạch")}<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"))).ShouldBe("DỰ THẢO\n\nKế hoạch");
    }

    [Fact]
    public async Task Gives_a_row_one_line_and_a_merged_cell_its_text_once() =>
        (await Refusing.Read(WordFile.Of(P("Bảng") + Table(
            Row(Cell("Chỉ tiêu"), Cell("2025"), Cell("2030")),
            Row(Cell($"<w:p>{R("Hộ")}<w:r><w:br/></w:r>{R("nghèo")}</w:p>{P("(%)")}", "<w:vMerge w:val=\"restart\"/>"), Cell("3", "<w:gridSpan w:val=\"2\"/>")),
            Row(Cell("<w:p/>", "<w:vMerge/>"), Cell("4"), Cell("5"))) + P("Hết"))))
            .ShouldBe("Bảng\n\n| Chỉ tiêu | 2025 | 2030 |\n| Hộ nghèo (%) | 3 | |\n| | 4 | 5 |\n\nHết");

    [Fact]
    public async Task Gives_head_and_foot_as_lines_cell_after_cell() =>
        (await Refusing.Read(WordFile.Of(
            Table(Row(Cell(P("ỦY BAN NHÂN DÂN") + P("TỈNH SƠN LA")), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")), Row(Cell("Số: 1/KH-UBND"), Cell("Sơn La, ngày 06 tháng 02 năm 2024")))
            + P("KẾ HOẠCH", "<w:jc w:val=\"center\"/>") + P("Thực hiện chính sách", "<w:jc w:val=\"center\"/>") + P("Nội dung")
            + Table(Row(Cell(P("Nơi nhận:") + P("- Lưu: VT.")), Cell(P("CHỦ TỊCH") + P("") + P("Nguyễn Văn Mẫu")))))))
            .ShouldBe("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 1/KH-UBND\n\nSơn La, ngày 06 tháng 02 năm 2024\n\nKẾ HOẠCH\nThực hiện chính sách\n\nNội dung\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nNguyễn Văn Mẫu");

    [Fact]
    public async Task Keeps_small_data_in_two_columns_a_table() =>
        (await Refusing.Read(WordFile.Of(P(new string('a', 400)) + Table(Row(Cell("Hộ nghèo"), Cell("3")), Row(Cell("Hộ cận nghèo"), Cell("4"))) + P(new string('b', 400)))))
            .ShouldContain("\n\n| Hộ nghèo | 3 |\n| Hộ cận nghèo | 4 |\n\n");

    [Fact]
    public Task Is_refused_behind_a_password() =>
        Refusing.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[96]], "ke-hoach.docx")
            .ShouldBe("DOCUMENT_PROTECTED");

    [Fact]
    public Task Is_refused_without_text() => Refusing.Read(WordFile.Of("<w:p/>")).ShouldBe("DOCUMENT_WITHOUT_TEXT");

    [Fact]
    public Task Is_refused_when_cut_off() => Refusing.Read(WordFile.Of(P("Kế hoạch"))[..^200]).ShouldBe("DOCUMENT_DAMAGED");
}
