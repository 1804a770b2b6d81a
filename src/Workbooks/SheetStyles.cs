using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialPolicy.Workbooks;

/// <summary>The looks of the cells, by number.</summary>
public static class SheetStyles
{
    public const uint Title = 1;
    public const uint Subtitle = 2;
    public const uint Guidance = 3;
    public const uint Heading = 4;
    public const uint Text = 5;
    public const uint Centred = 6;
    public const uint Entry = 7;
    public const uint NumberEntry = 8;

    private const uint FormatOfText = 49;

    private static readonly Func<bool, CellFormat>[] Looks =
    [
        text => Cell(0, 0, 0, HorizontalAlignmentValues.Left, text),
        text => Cell(1, 0, 0, HorizontalAlignmentValues.Center, text),
        text => Cell(2, 0, 0, HorizontalAlignmentValues.Center, text),
        text => Cell(3, 0, 0, HorizontalAlignmentValues.Left, text),
        text => Cell(4, 2, 1, HorizontalAlignmentValues.Center, text),
        text => Cell(0, 0, 1, HorizontalAlignmentValues.Left, text),
        text => Cell(0, 0, 1, HorizontalAlignmentValues.Center, text),
        text => Cell(0, 3, 1, HorizontalAlignmentValues.Left, text, locked: false),
        text => Cell(0, 3, 1, HorizontalAlignmentValues.Right, text, locked: false, format: 0),
    ];

    /// <summary>The same look, marked as a text that begins like a formula.</summary>
    public static uint AsText(uint style) => style + (uint)Looks.Length;

    public static Stylesheet Create() => new(
        new Fonts(Font(11), Font(14, bold: true), Font(11, bold: true), Font(11, italic: true), Font(11, bold: true, colour: "FFFFFFFF")),
        new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Fill(PatternValues.Solid, "FF1F4E79"), Fill(PatternValues.Solid, "FFFFF2CC")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([.. Looks.Select(look => look(false)), .. Looks.Select(look => look(true))]));

    private static CellFormat Cell(uint font, uint fill, uint border, HorizontalAlignmentValues across, bool text, bool locked = true, uint format = FormatOfText) => new(
        new DocumentFormat.OpenXml.Spreadsheet.Alignment { Horizontal = across, Vertical = font is 0 or 3 ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center, WrapText = true },
        new Protection { Locked = locked })
    {
        FontId = font, FillId = fill, BorderId = border, NumberFormatId = locked ? 0 : format, QuotePrefix = text ? true : null,
        ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true, ApplyProtection = true, ApplyNumberFormat = true,
    };

    // The parts of a font stand in the order that the format asks for.
    private static Font Font(double size, bool bold = false, bool italic = false, string? colour = null)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        if (italic)
            font.Append(new Italic());
        font.Append(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "Times New Roman" });
        return font;
    }

    private static Fill Fill(PatternValues pattern, string? colour = null)
    {
        var fill = new PatternFill { PatternType = pattern };
        if (colour is not null)
            fill.Append(new ForegroundColor { Rgb = colour });
        return new Fill(fill);
    }

    private static Border Thin() => new(
        Side(new LeftBorder()), Side(new RightBorder()), Side(new TopBorder()), Side(new BottomBorder()), new DiagonalBorder());

    private static T Side<T>(T side) where T : BorderPropertiesType
    {
        side.Style = BorderStyleValues.Thin;
        side.Append(new Color { Rgb = "FFA6A6A6" });
        return side;
    }
}
