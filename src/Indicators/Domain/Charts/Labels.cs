using System.Xml.Linq;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>Puts the values beside their marks so that no two cover each other. What comes first has the choice.</summary>
/// <param name="room">What a label must not leave.</param>
internal sealed class Labels(Box room)
{
    private const double Size = 12;
    private const double Ascent = 10;
    private const double Descent = 3;
    private const double Sampled = 5;
    private const int Mark = 100;

    // The nicest first.
    private static readonly (double X, double Y, string Anchor)[] Places =
    [
        (0, -11, "middle"), (0, 21, "middle"), (-9, -9, "end"), (9, -9, "start"), (-9, 18, "end"), (9, 18, "start"), (11, 4, "start"), (-11, 4, "end"),
    ];

    private readonly List<Box> labels = [];
    private readonly List<Box> marks = [];
    private readonly List<Box> lines = [];

    public void KeepOff(Spot mark) => marks.Add(Box.Around(mark, Marks.Reach));

    /// <summary>A line is crossed where nothing else is free.</summary>
    public void AvoidLine(IReadOnlyList<Spot> line)
    {
        foreach (var (from, to) in line.Zip(line.Skip(1)))
        {
            var steps = Math.Max(1, (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / Sampled));
            for (var step = 0; step <= steps; step++)
                lines.Add(Box.Around(new(from.X + (to.X - from.X) * step / steps, from.Y + (to.Y - from.Y) * step / steps), 1.5));
        }
    }

    /// <summary>Null when there is no place for it.</summary>
    public XElement? Put(Spot at, string text, bool strong = false)
    {
        var width = TextFit.Width(text, Size, strong);
        var found = Places.Select(place => (Place: place, Box: BoxOf(at, place, width)))
            .Where(candidate => candidate.Box.IsWithin(room) && !labels.Exists(candidate.Box.Touches))
            .Select(candidate => (candidate.Place, candidate.Box, Cost: Mark * marks.Count(candidate.Box.Touches) + lines.Count(candidate.Box.Touches)))
            .Where(candidate => strong || candidate.Cost < Mark)
            .OrderBy(candidate => candidate.Cost).Take(1).ToList();
        if (found is not [var best])
            return null;

        labels.Add(best.Box);
        return Svg.Text(strong ? "ink value strong" : "ink value", at.X + best.Place.X, at.Y + best.Place.Y, text, best.Place.Anchor);
    }

    private static Box BoxOf(Spot at, (double X, double Y, string Anchor) place, double width)
    {
        var left = at.X + place.X - place.Anchor switch
        {
            "middle" => width / 2,
            "end" => width,
            _ => 0,
        };
        return new(left - 1, at.Y + place.Y - Ascent, left + width + 1, at.Y + place.Y + Descent);
    }
}
