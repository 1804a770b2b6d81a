using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialPolicy.PlanRegistry.Domain.Exports;

namespace SocialPolicy.PlanRegistry.Service.Papers;

/// <summary>Writes a paper as a Word document (.docx) with the measures of Nghị định 30/2020/NĐ-CP, Phụ lục I.</summary>
internal static class PaperWriter
{
    // Twentieths of a point; a millimetre is 56.7 of them. A4, margins 20, 20, 30 and 20 mm.
    private const uint PageWidth = 11_906;
    private const uint PageHeight = 16_838;
    private const int TopAndBottom = 1_134;
    private const uint Left = 1_701;
    private const uint Right = 1_134;
    private const uint NumberFromTop = 567;

    public static byte[] Write(Paper paper)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = PaperStyles.Create();
            main.AddNewPart<HeaderPart>("number").Header = PageNumber();
            main.Document = new Document(new Body(
            [
                .. PaperHeadWriter.Write(paper.Head),
                .. paper.Parts.Select(Write),
                .. PaperFootWriter.Write(paper.Foot, paper.Head.IsParty),
                Page(),
            ]));
        }

        return bytes.ToArray();
    }

    private static OpenXmlElement Write(PaperPart part) => part switch
    {
        PaperPart.Paragraph paragraph => PaperStyles.Paragraph(
            paragraph.Style is PaperStyle.Item ? $"- {paragraph.Text}" : paragraph.Style is PaperStyle.Subitem ? $"+ {paragraph.Text}" : paragraph.Text, PaperStyles.IdOf(paragraph.Style)),
        PaperPart.Table table => Write(table),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static Table Write(PaperPart.Table table) => new(
    [
        new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(table.Columns.Select(column => new GridColumn { Width = $"{column.Width * (PageWidth - Left - Right) / 100}" })),
        new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select(column => Cell(column.Heading, column.Width, PaperStyles.TableHeading))]),
        .. table.Rows.Select(row => new TableRow([new TableRowProperties(new CantSplit()), .. row.Select((cell, index) => Cell(cell, table.Columns[index].Width, PaperStyles.TableText))])),
    ]);

    private static TableCell Cell(string text, int percent, string style) => new(
        new TableCellProperties(new TableCellWidth { Width = $"{percent * 50}", Type = TableWidthUnitValues.Pct }), PaperStyles.Paragraph(text, style));

    // In the middle of the upper margin, from the second page on.
    private static Header PageNumber() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = PaperStyles.Centred }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" PAGE ")), new Run(new FieldChar { FieldCharType = FieldCharValues.End })));

    private static SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "number" },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = TopAndBottom, Bottom = TopAndBottom, Left = Left, Right = Right, Header = NumberFromTop, Footer = NumberFromTop, Gutter = 0 },
        new TitlePage());
}
