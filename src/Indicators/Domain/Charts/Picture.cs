using System.Xml.Linq;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>The sheet that a chart is drawn on, from the heading down: it grows as high as it has to.</summary>
internal sealed class Picture
{
    public const double Width = 720;
    public const double Margin = 24;

    private const double HeadingSize = 17;
    private const double HeadingLine = 22;
    private const double NoteSize = 11;
    private const double NoteLine = 15;

    private readonly ChartHead head;
    private readonly List<XElement> drawn = [];

    /// <param name="head">Cleaned.</param>
    /// <param name="counted">What the values are counted in: "triệu đồng"; "" when there is nothing to say.</param>
    public Picture(ChartHead head, string counted)
    {
        this.head = head;
        var y = Margin + 8;
        foreach (var line in TextFit.Wrap(head.Title, Inner, HeadingSize, lines: 2, bold: true))
        {
            Draw(Svg.Text("ink heading", Margin, y, line));
            y += HeadingLine;
        }
        if (counted.Length > 0)
            Draw(Svg.Text("soft", Margin, y - 3, TextFit.Shorten($"Đơn vị: {counted}", Inner, 12)));
        Top = y + (counted.Length > 0 ? 8 : -8);
    }

    /// <summary>How wide everything but the margins is.</summary>
    public static double Inner => Width - 2 * Margin;

    /// <summary>Where the heading ends.</summary>
    public double Top { get; }

    public void Draw(params IEnumerable<XElement?> elements) => drawn.AddRange(elements.OfType<XElement>());

    /// <summary>The picture with its legend and note below what is drawn.</summary>
    /// <param name="bottom">Where that ends.</param>
    /// <param name="legend">What the marks mean.</param>
    /// <param name="description">What is to be seen, for those who do not see it.</param>
    public string Close(double bottom, IEnumerable<LegendEntry> legend, string description)
    {
        var y = Legend.Draw(this, bottom, legend);
        foreach (var line in TextFit.Wrap(head.Note, Inner, NoteSize, lines: 2))
        {
            y += NoteLine;
            Draw(Svg.Text("soft note", Margin, y, line));
        }
        var height = Math.Ceiling(y + Margin - 4);
        var root = Svg.Element(
            "svg",
            new XAttribute("viewBox", $"0 0 {Svg.Coordinate(Width)} {Svg.Coordinate(height)}"),
            new XAttribute("class", "spp-chart"),
            new XAttribute("role", "img"),
            new XAttribute("lang", "vi"));
        IEnumerable<XElement> all =
        [
            Svg.Element("title", head.Title), Svg.Element("desc", description), Svg.Element("style", Look.Sheet),
            Svg.Rectangle("paper", 0, 0, Width, height), .. drawn,
        ];
        foreach (var element in all)
            root.Add("\n", element);
        root.Add("\n");
        return root.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("\n") + "\n";
    }
}
