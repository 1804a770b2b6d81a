using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialPolicy.PlanRegistry.Domain.Exports;

namespace SocialPolicy.PlanRegistry.Service.Papers;

/// <summary>The head of a paper: issuer and number to the left, country or Party and the day to the right, the title below.</summary>
internal static class PaperHeadWriter
{
    private const string State = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";
    private const string Party = "ĐẢNG CỘNG SẢN VIỆT NAM";

    // Of the width of the page in fiftieths of a percent.
    private const int IssuerWidth = 1_950;
    private const int CountryWidth = 3_050;

    public static IEnumerable<OpenXmlElement> Write(PaperHead head) =>
    [
        TwoColumns(
            [.. head.Issuer.Select((line, index) => PaperStyles.Paragraph(line, PaperStyles.Issuer)), head.IsParty ? PaperStyles.Paragraph("*", PaperStyles.Centred) : Rule(), PaperStyles.Paragraph(head.Number, PaperStyles.Centred)],
            head.IsParty
                ? [PaperStyles.Paragraph(Party, PaperStyles.Country), Rule(), PaperStyles.Paragraph(head.PlaceAndDay, PaperStyles.PlaceAndDay)]
                : [PaperStyles.Paragraph(State, PaperStyles.Country), PaperStyles.Paragraph(Motto, PaperStyles.Motto), Rule(), PaperStyles.Paragraph(head.PlaceAndDay, PaperStyles.PlaceAndDay)],
            IssuerWidth,
            CountryWidth),
        PaperStyles.Paragraph(head.Kind, PaperStyles.Kind),
        PaperStyles.Paragraph(head.Title, PaperStyles.Title),
        Rule(),
        .. head.Notes.Select(note => PaperStyles.Paragraph($"({note})", PaperStyles.TitleNote)),
    ];

    /// <summary>Two columns without lines.</summary>
    public static Table TwoColumns(OpenXmlElement[] left, OpenXmlElement[] right, int leftWidth, int rightWidth) => new(
        new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(new GridColumn(), new GridColumn()),
        new TableRow(new TableRowProperties(new CantSplit()), Cell(left, leftWidth), Cell(right, rightWidth)));

    private static TableCell Cell(OpenXmlElement[] content, int width) =>
        new([new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Pct }), .. content]);

    // A short line below what stands above it.
    private static Paragraph Rule() => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = PaperStyles.Centred },
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }),
            new SpacingBetweenLines { After = "60", Line = "120", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Left = "1100", Right = "1100" }));
}
