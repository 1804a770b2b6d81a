namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>
/// How pictures look: on white paper, on a dark screen, and in print, where dashes, shapes and shades of grey have to do. Every rule
/// names its colours itself: word processors and print shops know no variables.
/// </summary>
internal static class Look
{
    private const string Shapes = """
        .spp-chart{font-family:"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
        .spp-chart text{font-size:12px}
        .spp-chart .heading{font-size:17px;font-weight:600}
        .spp-chart .note{font-size:11px}
        .spp-chart .strong{font-weight:700}
        .spp-chart .small{font-size:11px}
        .spp-chart .value{font-variant-numeric:tabular-nums;paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
        .spp-chart .grid{stroke-width:1}
        .spp-chart .axis{stroke-width:1.2}
        .spp-chart .series{fill:none;stroke-width:2.6;stroke-linejoin:round;stroke-linecap:round}
        .spp-chart .forecast{fill:none;stroke-width:2.6;stroke-linecap:round;stroke-dasharray:0.1 6}
        .spp-chart .path{fill:none;stroke-width:1.8;stroke-dasharray:7 4}
        .spp-chart .goal{stroke-width:2;stroke-dasharray:7 4}
        .spp-chart .sought{stroke-width:4}
        .spp-chart .hollow,.spp-chart .begin,.spp-chart .before{stroke-width:2}
        .spp-chart .bar{stroke-width:1}
        .spp-chart .band{stroke-width:1}

        """;

    private static readonly Palette Light = new(
        Paper: "#fff", Ink: "#1f2328", Soft: "#57606a", Grid: "#dde2e8", Axis: "#6e7781", Mark: "#0b4f8a", Goal: "#b3261e",
        Bar: "#b6cbe0", BarEdge: "#5b7fa3", Row: "#e9f1f9", Bands: ["#c3ccd5", "#d6dde4", "#e6eaef", "#f1f4f6"]);

    private static readonly Palette Dark = new(
        Paper: "#14181e", Ink: "#e8edf2", Soft: "#a4afbb", Grid: "#2c343e", Axis: "#818c98", Mark: "#74b9ff", Goal: "#ffa198",
        Bar: "#32495f", BarEdge: "#7f9dbb", Row: "#1d2a38", Bands: ["#56616d", "#444e59", "#343d47", "#272f38"]);

    private static readonly Palette Print = new(
        Paper: "#fff", Ink: "#000", Soft: "#333", Grid: "#ccc", Axis: "#000", Mark: "#000", Goal: "#000",
        Bar: "#ddd", BarEdge: "#000", Row: "#fff", Bands: ["#b0b0b0", "#cacaca", "#e0e0e0", "#f2f2f2"]);

    /// <summary>The style sheet that a picture carries. Its rules hold within the picture only.</summary>
    public static string Sheet { get; } = $$"""

        {{Shapes}}{{Light.Rules}}
        @media (prefers-color-scheme:dark){
        {{Dark.Rules}}
        }
        @media print{
        {{Print.Rules}}
        }

        """;

    private sealed record Palette(
        string Paper, string Ink, string Soft, string Grid, string Axis, string Mark, string Goal, string Bar, string BarEdge, string Row, string[] Bands)
    {
        public string Rules => string.Join('\n',
        [
            Fill(Paper, "paper"), Fill(Ink, "ink"), Fill(Soft, "soft"), Fill(Mark, "dot", "own"), Fill(Goal, "stone"), Fill(Row, "row"),
            Stroke(Grid, "grid"), Stroke(Axis, "axis"), Stroke(Mark, "series", "forecast"), Stroke(Goal, "path", "goal", "sought"), Stroke(Paper, "value"),
            Both(Paper, Mark, "hollow"), Both(Paper, Goal, "begin"), Both(Paper, Ink, "before"), Both(Bar, BarEdge, "bar"),
            .. Bands.Select((band, number) => Both(band, Soft, $"band{number}")),
        ]);

        private static string Fill(string colour, params string[] looks) => $"{Named(looks)}{{fill:{colour}}}";

        private static string Stroke(string colour, params string[] looks) => $"{Named(looks)}{{stroke:{colour}}}";

        private static string Both(string fill, string stroke, string look) => $"{Named([look])}{{fill:{fill};stroke:{stroke}}}";

        private static string Named(string[] looks) => string.Join(',', looks.Select(look => $".spp-chart .{look}"));
    }
}
