using System.Xml.Linq;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>Points that tell each other apart by their shape alone.</summary>
internal static class Marks
{
    /// <summary>How far a mark reaches from its middle.</summary>
    public const double Reach = 6;

    /// <summary>What was measured.</summary>
    public static XElement Measured(Spot at) => Svg.Circle("dot", at.X, at.Y, 4.2);

    /// <summary>What is expected of a period that has not closed.</summary>
    public static XElement Estimated(Spot at) => Svg.Circle("hollow", at.X, at.Y, 4.2);

    /// <summary>What a trend says.</summary>
    public static XElement Forecast(Spot at) =>
        Svg.Polygon("hollow", new Spot(at.X, at.Y - 5.5), new Spot(at.X + 5.2, at.Y + 4), new Spot(at.X - 5.2, at.Y + 4));

    /// <summary>Where a way begins.</summary>
    public static XElement Baseline(Spot at) => Svg.Rectangle("begin", at.X - 4, at.Y - 4, 8, 8);

    /// <summary>What is demanded on the way.</summary>
    public static XElement Milestone(Spot at) => Diamond("begin", at, 5);

    /// <summary>What is demanded in the end.</summary>
    public static XElement Target(Spot at) => Diamond("stone", at, 7);

    /// <summary>What it was a year before.</summary>
    public static XElement Before(Spot at) => Diamond("before", at, 5);

    private static XElement Diamond(string look, Spot at, double reach) => Svg.Polygon(
        look, new Spot(at.X, at.Y - reach), new Spot(at.X + reach, at.Y), new Spot(at.X, at.Y + reach), new Spot(at.X - reach, at.Y));
}
