using System.Text;

namespace SocialPolicy.Documents.Html;

public sealed class ReadingAPage
{
    private const string Long = "Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện chính sách xã hội trên địa bàn tỉnh với các nội dung sau đây.";

    [Fact]
    public async Task Leaves_out_what_is_around_the_document()
    {
        var page = $"""
            <!DOCTYPE html><html><head><title>Cổng thông tin</title><style>p {"{}"}</style><script>var a = "<p>x</p>";</script></head><body>
            <header><h1>Trang chủ</h1></header><nav><ul><li>Giới thiệu</li></ul></nav><div id="menu">Liên hệ</div>
            <main><h1>KẾ HOẠCH</h1><p>{Long}</p><p hidden>Ẩn</p><div style="display: NONE">Ẩn nữa</div><noscript>Bật lên</noscript><form>Tìm</form>
            <template><p>Mẫu</p></template><p>Nội&nbsp;dung &amp; phụ lục &#7871;</p></main>
            <aside>Tin khác</aside><footer>Bản quyền</footer></body></html>
            """;

        (await Read(page)).ShouldBe($"KẾ HOẠCH\n\n{Long}\n\nNội\u00A0dung & phụ lục ế");
    }

    [Fact]
    public async Task Takes_the_only_article() =>
        (await Read($"<html><body><div>Trang chủ | Tin tức</div><article><p>{Long}</p></article><div>Xem nhiều</div></body></html>")).ShouldBe(Long);

    [Fact]
    public async Task Takes_what_holds_the_paragraphs_where_nothing_is_named() =>
        (await Read($"<html><body><div>Trang chủ</div><div><div class=c><p>{Long}</p><p>{Long}</p></div></div><div>Xem nhiều</div></body></html>")).ShouldBe($"{Long}\n\n{Long}");

    [Fact]
    public async Task Keeps_a_heading_or_a_table_beside_the_paragraphs() =>
        (await Read($"<html><body><div><h1>KẾ HOẠCH</h1></div><div><p>{Long}</p></div><table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table></body></html>"))
            .ShouldBe($"KẾ HOẠCH\n\n{Long}\n\n| a | 1 |\n| b | 2 |");

    [Fact]
    public async Task Folds_blanks_and_breaks_lines_as_a_browser_does() =>
        (await Read("<div>Một   \n  hai <b> ba</b><br> bốn<p>năm</p>sáu</div>")).ShouldBe("Một hai ba\nbốn\n\nnăm\n\nsáu");

    [Fact]
    public async Task Numbers_lists() =>
        (await Read("<div><ol><li>Một<li><p>Hai</p><p>tiếp</p><ul><li>con<li>– gạch sẵn</ul></ol><ol start=4 type=a><li>d<li>đ<li value=9>i</ol></div>").Lines())
            .ShouldBe(["1. Một", "2. Hai", "tiếp", "- con", "– gạch sẵn", "d. d", "e. đ", "i. i"]);

    [Fact]
    public async Task Gives_a_row_of_data_one_line() =>
        (await Read("""
            <html><body><p>Bảng</p><table><tr><th>Chỉ tiêu<th>2025<th>2030</tr><tr><td rowspan=2>Hộ<br>nghèo<td colspan=2>3%</tr><tr><td>1<td><p>2</p><p>3</p></tr></table><p>Hết</p></body></html>
            """)).ShouldBe("Bảng\n\n| Chỉ tiêu | 2025 | 2030 |\n| Hộ nghèo | 3% | |\n| | 1 | 2 3 |\n\nHết");

    [Fact]
    public async Task Gives_head_and_foot_as_lines_cell_after_cell() =>
        (await Read($"""
            <html><body><table><tr><td><p>ỦY BAN NHÂN DÂN</p><p>TỈNH SƠN LA</p></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập</td></tr><tr><td>Số: 1/KH-UBND</td><td>Sơn La, ngày 6</td></tr></table>
            <p align=center>KẾ HOẠCH</p><p style="text-align: center">Thực hiện</p><p>{Long}</p>
            <table><tr><td>Nơi nhận:<br>- Lưu</td><td>CHỦ TỊCH</td></tr></table></body></html>
            """)).ShouldBe($"ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập\n\nSố: 1/KH-UBND\n\nSơn La, ngày 6\n\nKẾ HOẠCH\nThực hiện\n\n{Long}\n\nNơi nhận:\n- Lưu\n\nCHỦ TỊCH");

    [Fact]
    public async Task Takes_a_page_laid_out_in_a_table_as_a_page() =>
        (await Read($"<table><tr><td>Trang chủ</td><td><p>{Long}</p><table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr><tr><td>c</td><td>3</td></tr><tr><td>d</td><td>4</td></tr></table></td></tr></table>"))
            .ShouldBe($"Trang chủ\n\n{Long}\n\n| a | 1 |\n| b | 2 |\n| c | 3 |\n| d | 4 |");

    [Fact]
    public async Task Believes_the_encoding_that_a_page_names_when_it_is_not_utf8()
    {
        var page = CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1258\"></head><body>đô\u0323 âm</body></html>");

        (await Refusing.Read(page)).Normalize().ShouldBe("độ âm");
    }

    [Theory]
    [InlineData("<html><meta charset=x-user-defined><body>K\u00D5</body></html>")]
    [InlineData("<html><body>K\u00D5 ho\u00B9ch</body></html>")]
    public Task Is_refused_for_an_encoding_nobody_knows(string page) => Refusing.Read(Encoding.Latin1.GetBytes(page)).ShouldBe("DOCUMENT_ENCODING_UNKNOWN");

    [Fact]
    public async Task Reads_a_page_in_utf16() => (await Refusing.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html><body><p>Kế hoạch</p></body></html>")])).ShouldBe("Kế hoạch");

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<span style='display:block'>")]
    public async Task Does_not_fall_into_deep_nesting(string open) =>
        (await Read("<html><body>" + string.Concat(Enumerable.Repeat(open, 2_000)) + "Kế hoạch")).ShouldContain("Kế hoạch");

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<ul><li>", 200_000)]
    [InlineData("<b><p>", 5_000)]
    [InlineData("<p>a", 600_000)]
    public Task Is_refused_for_elements_without_end(string open, int times) =>
        Read("<html><body>" + string.Concat(Enumerable.Repeat(open, times))).ShouldBe("DOCUMENT_UNPACKS_TOO_LARGE");

    [Fact]
    public async Task Takes_no_comparison_in_a_script_for_an_element() =>
        (await Read($"<html><body><script>{string.Concat(Enumerable.Repeat("if(i<a.length&&i<b)", 1_000))}</script>{string.Concat(Enumerable.Repeat("<p>x</p>", 1_000))}</body></html>")).Length.ShouldBe(2_998);

    [Fact]
    public Task Is_refused_when_its_text_is_too_long() => Read($"<html><body><p>{new string('a', 2_000_001)}</p></body></html>").ShouldBe("DOCUMENT_TEXT_TOO_LONG");

    [Fact]
    public Task Is_refused_when_spans_make_it_too_long() => Read(
        $"<html><body><p>a</p><table><tr>{string.Concat(Enumerable.Repeat("<td rowspan=65534>a", 1000))}</tr>{string.Concat(Enumerable.Repeat("<tr><td>b</tr>", 5000))}</table></body></html>")
        .ShouldBe("DOCUMENT_TEXT_TOO_LONG");

    [Fact]
    public Task Is_refused_without_text() => Read("<html><body><img src=scan.png></body></html>").ShouldBe("DOCUMENT_WITHOUT_TEXT");

    private static Task<string> Read(string page) => Refusing.Read(Encoding.UTF8.GetBytes(page));
}
