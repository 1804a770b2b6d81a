using SocialPolicy.Documents.Samples;

namespace SocialPolicy.Documents.Pdf;

public sealed class KeepingTables
{
    private static readonly int[] Across = [72, 110, 300, 420];

    [Fact]
    public async Task Makes_rows_of_the_words_between_the_lines()
    {
        var page = new PdfPageContent().Text(72, 60, "Cac chi tieu:").Table(100, Across, 40, ["TT", "Chi tieu", "Nam 2030"], ["1", "Ty le ho ngheo da chieu\ncua tinh", "Duoi 2"]).Text(72, 300, "Noi nhan:");

        (await Refusing.Read(PdfFile.Of(page))).ShouldBe("Cac chi tieu:\n\n| TT | Chi tieu | Nam 2030 |\n| 1 | Ty le ho ngheo da chieu cua tinh | Duoi 2 |\n\nNoi nhan:");
    }

    [Fact]
    public async Task Takes_thin_boxes_for_lines()
    {
        var page = new PdfPageContent();
        foreach (var top in new[] { 100, 130, 160 })
        {
            page.Bar(72, top, 228, 0.5).Bar(300, top, 120, 0.5);
            if (top < 160)
                page.Bar(72, top, 0.5, 30).Bar(300, top, 0.5, 30).Bar(420, top, 0.5, 30);
        }

        page.Text(76, 105, "Chi tieu").Text(304, 105, "2030").Text(76, 135, "Ho ngheo").Text(304, 135, "Duoi 2");

        (await Refusing.Read(PdfFile.Of(page))).ShouldBe("| Chi tieu | 2030 |\n| Ho ngheo | Duoi 2 |");
    }

    [Fact]
    public async Task Keeps_a_cell_over_several_rows_or_columns_one_cell()
    {
        var page = new PdfPageContent().Table(100, Across, 30, ["TT", "Chi tieu", "Nam 2026"], [null, "Ho ngheo", "4"], [null, "Viec lam", "15"])
            .Line(72, 190, 72, 220).Line(420, 190, 420, 220).Line(72, 220, 420, 220).Text(76, 195, "Ghi chu: uoc tinh cua So Y te");

        (await Refusing.Read(PdfFile.Of(page))).ShouldBe("| TT | Chi tieu | Nam 2026 |\n| | Ho ngheo | 4 |\n| | Viec lam | 15 |\n| Ghi chu: uoc tinh cua So Y te | | |");
    }

    [Fact]
    public async Task Goes_on_on_the_next_page_without_its_titles()
    {
        string?[] titles = ["TT", "Nhiem vu", "Chu tri"];
        var first = new PdfPageContent().Table(600, Across, 40, titles, ["1", "Ra soat ho ngheo", "So Y te"], ["2", "Xay dung ke hoach\ntro giup", "UBND cac"]).Text(290, 800, "1");
        var second = new PdfPageContent().Text(290, 40, "2").Table(60, Across, 40, titles, ["", "xa hoi nam 2026", "xa, phuong"], ["3", "Tuyen truyen", "So Noi vu"]);

        (await Refusing.Read(PdfFile.Of(first, second))).ShouldBe(
            "| TT | Nhiem vu | Chu tri |\n| 1 | Ra soat ho ngheo | So Y te |\n| 2 | Xay dung ke hoach tro giup xa hoi nam 2026 | UBND cac xa, phuong |\n| 3 | Tuyen truyen | So Noi vu |");
    }

    [Fact]
    public async Task Keeps_a_row_apart_that_begins_the_next_page_without_a_number()
    {
        var first = new PdfPageContent().Table(600, Across, 40, ["TT", "Nhiem vu", "Chu tri"], ["1", "Ra soat ho ngheo", "So Y te"]);
        var second = new PdfPageContent().Table(60, Across, 40, ["", "Tuyen truyen", "So Noi vu"]);

        (await Refusing.Read(PdfFile.Of(first, second))).ShouldBe("| TT | Nhiem vu | Chu tri |\n| 1 | Ra soat ho ngheo | So Y te |\n| | Tuyen truyen | So Noi vu |");
    }

    [Fact]
    public async Task Is_not_cut_by_an_underlined_word()
    {
        var page = new PdfPageContent().Table(100, Across, 60, ["TT", "Chi tieu", "Nam 2030"], ["1", "Ty le ho ngheo\ntheo chuan moi\nda chieu", "Duoi 2"]).Line(120, 191, 280, 191);

        (await Refusing.Read(PdfFile.Of(page))).ShouldEndWith("| 1 | Ty le ho ngheo theo chuan moi da chieu | Duoi 2 |");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_nothing_that_a_frame_around_text_has(bool isDivided)
    {
        var page = new PdfPageContent().Line(60, 50, 500, 50).Line(60, 50, 60, 200).Line(500, 50, 500, 200).Line(60, 200, 500, 200).Text(72, 60, "KE HOACH\nThuc hien nghi quyet");
        if (isDivided)
            page.Line(460, 50, 460, 200);

        (await Refusing.Read(PdfFile.Of(page))).ShouldBe("KE HOACH\nThuc hien nghi quyet");
    }

    [Fact]
    public async Task Stands_alone_inside_a_frame_around_the_page()
    {
        var page = new PdfPageContent().Line(50, 30, 560, 30).Line(50, 30, 50, 780).Line(560, 30, 560, 780).Line(50, 780, 560, 780)
            .Text(72, 60, "KE HOACH").Table(100, Across, 30, ["TT", "Chi tieu", "2030"], ["1", "Ho ngheo", "2"]).Text(72, 300, "Noi nhan:");

        (await Refusing.Read(PdfFile.Of(page))).ShouldBe("KE HOACH\n\n| TT | Chi tieu | 2030 |\n| 1 | Ho ngheo | 2 |\n\nNoi nhan:");
    }

    [Fact]
    public async Task Leaves_the_numbers_of_the_text_at_the_ends_of_pages()
    {
        var pages = Enumerable.Range(1, 4).Select(page => new PdfPageContent().Text(72, 60, $"Muc {(char)('a' + page)}\n{90 + page}").Text(290, 810, $"{page}")).ToArray();

        (await Refusing.Read(PdfFile.Of(pages))).ShouldBe("Muc b\n91\n\nMuc c\n92\n\nMuc d\n93\n\nMuc e\n94");
    }

    [Fact]
    public async Task Is_no_reason_to_refuse_a_text_that_its_cells_would_make_too_long()
    {
        var across = Enumerable.Range(0, 60).Select(column => 20 + (9 * column)).ToArray();
        var pages = Enumerable.Range(0, 12).Select(page => new PdfPageContent().Text(72, 40, $"Muc {(char)('a' + page)}").Table(60, across, 4, [.. Enumerable.Range(0, 180).Select(_ => Enumerable.Repeat("", 59).ToArray())]));

        (await Refusing.Read(PdfFile.Of([.. pages]))).ShouldStartWith("Muc a\n\nMuc b\n\n");
    }

    [Fact]
    public async Task Is_not_interrupted_by_running_heads_and_feet()
    {
        var pages = Enumerable.Range(1, 3).Select(page => new PdfPageContent().Text(72, 30, $"27/11/2026, trang {page}").Text(72, 810, "Ke hoach tro giup xa hoi")
            .Table(100, Across, 30, [$"{page}", $"Nhiem vu {page}", "So Y te"])).ToArray();

        (await Refusing.Read(PdfFile.Of(pages))).ShouldBe("| 1 | Nhiem vu 1 | So Y te |\n| 2 | Nhiem vu 2 | So Y te |\n| 3 | Nhiem vu 3 | So Y te |");
    }

    [Fact]
    public async Task Is_what_a_page_of_countless_lines_has_not()
    {
        var page = new PdfPageContent().Text(72, 40, "Ban do");
        for (var i = 0; i < 21_000; i++)
            page.Line(72 + (i % 400), 100 + (i / 400), 72 + (i % 400), 104 + (i / 400));

        (await Refusing.Read(PdfFile.Of(page))).ShouldBe("Ban do");
    }

    [Fact]
    public async Task Is_no_reason_to_refuse_a_text_whose_pages_cannot_be_drawn()
    {
        var page = PdfFile.Of(new PdfPageContent().Text(72, 60, "Ke hoach").Table(100, Across, 30, ["1", "Ho ngheo", "2"]));

        (await new PdfText(new("pdftotext"), new("/nowhere/pdftocairo"), TimeSpan.FromSeconds(30)).Read(page, CancellationToken.None)).ShouldContain("Ho ngheo");
    }
}
