using System.Globalization;
using System.Xml.Linq;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>The few shapes that pictures are made of. How they look is a class of <see cref="Look"/>; coordinates are those of the view box.</summary>
internal static class Svg
{
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params object?[] content) => new(Space + name, content);

    public static XElement Line(string look, double x1, double y1, double x2, double y2) =>
        Shape("line", look, ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));

    public static XElement Rectangle(string look, double x, double y, double width, double height, double round = 0) => round > 0
        ? Shape("rect", look, ("x", x), ("y", y), ("width", width), ("height", height), ("rx", round))
        : Shape("rect", look, ("x", x), ("y", y), ("width", width), ("height", height));

    public static XElement Circle(string look, double x, double y, double radius) => Shape("circle", look, ("cx", x), ("cy", y), ("r", radius));

    public static XElement Lines(string look, IEnumerable<Spot> spots) =>
        Element("polyline", new XAttribute("class", look), new XAttribute("points", Points(spots)));

    public static XElement Polygon(string look, params IEnumerable<Spot> spots) =>
        Element("polygon", new XAttribute("class", look), new XAttribute("points", Points(spots)));

    /// <param name="look">Its class.</param>
    /// <param name="x">Where it begins, or what "anchor" says.</param>
    /// <param name="y">Of its baseline.</param>
    /// <param name="text">As it is printed.</param>
    /// <param name="anchor">start, middle or end.</param>
    public static XElement Text(string look, double x, double y, string text, string anchor = "start")
    {
        var element = Shape("text", look, ("x", x), ("y", y));
        if (anchor != "start")
            element.Add(new XAttribute("text-anchor", anchor));
        element.Add(text);
        return element;
    }

    /// <summary>What a mouse that rests on it, or a screen reader, says.</summary>
    public static XElement Saying(this XElement element, string text)
    {
        element.AddFirst(Element("title", text));
        return element;
    }

    public static string Coordinate(double number)
    {
        var rounded = Math.Round(number, 1);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static XElement Shape(string name, string look, params (string Name, double Value)[] attributes) => Element(
        name,
        new XAttribute("class", look),
        attributes.Select(attribute => new XAttribute(attribute.Name, Coordinate(attribute.Value))));

    private static string Points(IEnumerable<Spot> spots) => string.Join(' ', spots.Select(spot => $"{Coordinate(spot.X)},{Coordinate(spot.Y)}"));
}

/// <summary>A point of the picture; y grows downwards.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>What a mark or a text takes of the picture.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public static Box Around(Spot spot, double reach) => new(spot.X - reach, spot.Y - reach, spot.X + reach, spot.Y + reach);

    public bool Touches(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool IsWithin(Box other) => Left >= other.Left && Right <= other.Right && Top >= other.Top && Bottom <= other.Bottom;
}
