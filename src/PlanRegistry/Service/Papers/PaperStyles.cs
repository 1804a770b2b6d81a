using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using SocialPolicy.PlanRegistry.Domain.Exports;
using SocialPolicy.Workbooks;

namespace SocialPolicy.PlanRegistry.Service.Papers;

/// <summary>The styles of a paper: Times New Roman, sizes as the decree has them.</summary>
internal static class PaperStyles
{
    public const string Centred = "Centred";
    public const string Country = "Country";
    public const string Motto = "Motto";
    public const string Issuer = "Issuer";
    public const string PlaceAndDay = "PlaceAndDay";
    public const string Kind = "Kind";
    public const string Title = "PaperTitle";
    public const string TitleNote = "TitleNote";
    public const string Signature = "Signature";
    public const string Recipients = "Recipients";
    public const string RecipientsHead = "RecipientsHead";
    public const string TableHeading = "TableHeading";
    public const string TableText = "TableText";

    private const string FontName = "Times New Roman";
    private const int FirstLine = 567;

    // Half points; 14 points for the text.
    private static readonly Look[] Looks =
    [
        new(IdOf(PaperStyle.Basis), 28, Italic: true, Across: JustificationValues.Both, Indent: FirstLine, Before: 60, After: 60),
        new(IdOf(PaperStyle.Part), 28, Bold: true, Across: JustificationValues.Both, Indent: FirstLine, Before: 120, After: 60, KeepNext: true),
        new(IdOf(PaperStyle.Heading), 28, Bold: true, Across: JustificationValues.Both, Indent: FirstLine, Before: 60, After: 60, KeepNext: true),
        new(IdOf(PaperStyle.Subheading), 28, Bold: true, Italic: true, Across: JustificationValues.Both, Indent: FirstLine, Before: 60, After: 60, KeepNext: true),
        new(IdOf(PaperStyle.Text), 28, Across: JustificationValues.Both, Indent: FirstLine, Before: 60, After: 60),
        new(IdOf(PaperStyle.Item), 28, Across: JustificationValues.Both, Indent: FirstLine, Before: 60, After: 60),
        new(IdOf(PaperStyle.Subitem), 28, Across: JustificationValues.Both, Indent: FirstLine + 283, Before: 60, After: 60),
        new(IdOf(PaperStyle.Note), 22, Italic: true, Across: JustificationValues.Both, Before: 40, After: 40),
        new(Centred, 26, Across: JustificationValues.Center),
        new(Country, 24, Bold: true, Across: JustificationValues.Center),
        new(Motto, 26, Bold: true, Across: JustificationValues.Center),
        new(Issuer, 24, Bold: true, Across: JustificationValues.Center),
        new(PlaceAndDay, 28, Italic: true, Across: JustificationValues.Center),
        new(Kind, 28, Bold: true, Across: JustificationValues.Center, Before: 240),
        new(Title, 28, Bold: true, Across: JustificationValues.Center),
        new(TitleNote, 24, Italic: true, Across: JustificationValues.Center, After: 60),
        new(Signature, 28, Bold: true, Across: JustificationValues.Center),
        new(Recipients, 22, Across: JustificationValues.Left),
        new(RecipientsHead, 24, Bold: true, Italic: true, Across: JustificationValues.Left),
        new(TableHeading, 24, Bold: true, Across: JustificationValues.Center),
        new(TableText, 24, Across: JustificationValues.Left),
    ];

    public static string IdOf(PaperStyle style) => $"Paper{style}";

    public static Styles Create() => new(
    [
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = FontName, HighAnsi = FontName, ComplexScript = FontName, EastAsia = FontName }, new FontSize { Val = "28" }, new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
        .. Looks.Select(look => look.ToStyle()),
    ]);

    /// <summary>A paragraph; line feeds in it are line breaks.</summary>
    public static Paragraph Paragraph(string text, string style)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        foreach (var (index, line) in XmlText.Of(text).Split('\n').Index())
        {
            var run = new Run();
            if (index > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            paragraph.Append(run);
        }

        return paragraph;
    }

    private sealed record Look(
        string Id, int Size, JustificationValues Across, bool Bold = false, bool Italic = false, int Indent = 0, int Before = 0, int After = 0, bool KeepNext = false)
    {
        // The elements stand in the order that the format asks for.
        public Style ToStyle()
        {
            var paragraph = new StyleParagraphProperties();
            if (KeepNext)
                paragraph.Append(new KeepNext());
            paragraph.Append(
                new SpacingBetweenLines { Before = $"{Before}", After = $"{After}" }, new Indentation { FirstLine = $"{Indent}" }, new Justification { Val = Across });
            var run = new StyleRunProperties();
            if (Bold)
                run.Append(new Bold());
            if (Italic)
                run.Append(new Italic());
            run.Append(new FontSize { Val = $"{Size}" });
            return new(new StyleName { Val = Id }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = Id, CustomStyle = true };
        }
    }
}
