using System.Xml.Linq;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>What a mark means.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Sample">Draws the mark from a point to <see cref="Legend.SampleWidth"/> right of it.</param>
internal sealed record LegendEntry(string Name, Func<Spot, IEnumerable<XElement>> Sample)
{
    public static LegendEntry Line(string name, string look, Func<Spot, XElement>? mark = null) => new(name, from =>
    {
        var line = Svg.Line(look, from.X, from.Y, from.X + Legend.SampleWidth, from.Y);
        return mark is null ? [line] : [line, mark(new(from.X + Legend.SampleWidth / 2, from.Y))];
    });

    public static LegendEntry Mark(string name, Func<Spot, XElement> mark) => new(name, from => [mark(new(from.X + Legend.SampleWidth / 2, from.Y))]);

    public static LegendEntry Field(string name, string look) => new(name, from => [Svg.Rectangle(look, from.X, from.Y - 6, Legend.SampleWidth, 12)]);
}

/// <summary>Samples and their names, as many in a row as there is room for.</summary>
internal static class Legend
{
    public const double SampleWidth = 26;

    private const double Gap = 7;
    private const double Between = 17;
    private const double Row = 21;
    private const double Size = 12;

    /// <summary>Returns where it ends.</summary>
    public static double Draw(Picture picture, double top, IEnumerable<LegendEntry> entries)
    {
        var (x, y) = (Picture.Margin, top + Row);
        foreach (var entry in entries)
        {
            var name = TextFit.Shorten(entry.Name, Picture.Inner - SampleWidth - Gap, Size);
            var width = SampleWidth + Gap + TextFit.Width(name, Size);
            if (x > Picture.Margin && x + width > Picture.Width - Picture.Margin)
                (x, y) = (Picture.Margin, y + Row);
            picture.Draw(entry.Sample(new(x, y - 4)));
            picture.Draw(Svg.Text("ink", x + SampleWidth + Gap, y, name));
            x += width + Between;
        }
        return x > Picture.Margin ? y + 2 : top;
    }
}
