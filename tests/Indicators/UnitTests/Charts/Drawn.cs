using System.Globalization;
using System.Xml.Linq;

namespace SocialPolicy.Indicators.UnitTests.Charts;

/// <summary>A picture, read back.</summary>
internal sealed class Drawn
{
    private const double WidthOfALetter = 6;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Coordinates = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"];

    private readonly XElement root;

    private Drawn(string svg) => root = XDocument.Parse(svg, LoadOptions.PreserveWhitespace).Root!;

    public string Title => root.Elements().First().Value;

    public string Description => root.Elements().ElementAt(1).Value;

    public double Height => double.Parse(root.Attribute("viewBox")!.Value.Split(' ')[3], CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Texts => [.. Written().Select(Said)];

    /// <summary>Reads it and holds it to what every picture has to be.</summary>
    public static Drawn Of(string svg)
    {
        var drawn = new Drawn(svg);
        drawn.root.Name.ShouldBe(Svg + "svg");
        (drawn.root.Attribute("role")?.Value, drawn.root.Attribute("lang")?.Value).ShouldBe(("img", "vi"));
        drawn.root.Elements().Take(3).Select(element => element.Name.LocalName).ShouldBe(["title", "desc", "style"]);
        drawn.Title.ShouldNotBeNull();
        drawn.Description.ShouldNotBeEmpty();
        drawn.root.Attribute("viewBox")!.Value.ShouldStartWith("0 0 720 ");
        drawn.root.DescendantsAndSelf().SelectMany(element => element.Attributes("id")).ShouldBeEmpty();
        drawn.StaysOnTheSheet();
        return drawn;
    }

    public int Count(string name, string look) => Look(name, look).Count();

    /// <summary>The points of lines of a look.</summary>
    public IReadOnlyList<int> PointsOf(string look) => [.. Look("polyline", look).Select(line => line.Attribute("points")!.Value.Split(' ').Length)];

    public IReadOnlyList<string> Saying(string look) => [.. root.Descendants().Where(element => Has(element, look)).Select(element => element.Element(Svg + "title")?.Value ?? "")];

    /// <summary>Values beside marks that cover each other.</summary>
    public IReadOnlyList<string> Covered()
    {
        IReadOnlyList<(string Text, double Left, double Y, double Right)> values = [.. Written().Where(text => Has(text, "value")).Select(Place)];
        return
        [
            .. from first in values.Index()
               from second in values.Skip(first.Index + 1)
               where Math.Abs(first.Item.Y - second.Y) < 11 && first.Item.Left < second.Right && second.Left < first.Item.Right
               select $"{first.Item.Text} and {second.Text}",
        ];
    }

    private void StaysOnTheSheet()
    {
        foreach (var attribute in root.Descendants().SelectMany(element => element.Attributes()).Where(attribute => Coordinates.Contains(attribute.Name.LocalName)))
        {
            var most = attribute.Name.LocalName.Contains('y', StringComparison.Ordinal) || attribute.Name.LocalName == "height" ? Height : 720;
            double.Parse(attribute.Value, CultureInfo.InvariantCulture).ShouldBeInRange(0, most, $"{attribute.Parent}");
        }
        foreach (var (text, left, _, right) in Written().Select(Place))
            (left >= 0 && right <= 720).ShouldBeTrue($"{text} leaves the sheet: {left} to {right}");
    }

    private IEnumerable<XElement> Look(string name, string look) => root.Descendants(Svg + name).Where(element => Has(element, look));

    private IEnumerable<XElement> Written() => root.Descendants(Svg + "text");

    private static (string Text, double Left, double Y, double Right) Place(XElement text)
    {
        var (x, width) = (Number(text, "x"), Said(text).Length * WidthOfALetter);
        var left = x - text.Attribute("text-anchor")?.Value switch { "middle" => width / 2, "end" => width, _ => 0 };
        return (Said(text), left, Number(text, "y"), left + width);
    }

    private static string Said(XElement text) => string.Concat(text.Nodes().OfType<XText>().Select(node => node.Value));

    private static bool Has(XElement element, string look) => element.Attribute("class")?.Value.Split(' ').Contains(look) ?? false;

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
