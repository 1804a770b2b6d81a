using System.Globalization;
using SocialPolicy.Indicators.Domain.Statistics;

namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>What a bar chart has to tell: the units in order, each with its rank.</summary>
internal sealed class BarStory(BarChart chart)
{
    /// <summary>Names cleaned; units without a value come last and have no rank.</summary>
    public IReadOnlyList<(UnitBar Unit, int? Rank)> Rows { get; } = Sorted([.. chart.Units.Select(unit => unit with { Unit = TextFit.Clean(unit.Unit) })], chart.LessIsBetter);

    /// <summary>The same in words.</summary>
    public string Told(ChartHead head)
    {
        IReadOnlyList<(UnitBar Unit, int? Rank)> ranked = [.. Rows.Where(row => row.Rank is not null)];
        if (ranked.Count == 0)
            return "Chưa có số liệu.";
        IReadOnlyList<string?> sentences =
        [
            $"{ranked.Count} đơn vị có số liệu, {(chart.LessIsBetter ? "thấp nhất là tốt nhất" : "cao nhất là tốt nhất")}.",
            ranked.Count > 1 ? $"Đứng đầu: {Of(ranked[0])}. Đứng cuối: {Of(ranked[^1])}." : null,
            .. ranked.Where(row => row.Unit.Own || ranked.Count == 1).Select(row => $"{Of(row)}, xếp thứ {row.Rank}."),
            chart.Target is { } demanded ? $"Mục tiêu {Magnitude.Full(demanded, head.Unit)}." : null,
            Rows.Count > ranked.Count ? $"{Rows.Count - ranked.Count} đơn vị chưa có số liệu." : null,
        ];
        return string.Join(' ', sentences.OfType<string>());

        string Of((UnitBar Unit, int? Rank) row) => $"{row.Unit.Unit} {Magnitude.Full(row.Unit.Value!.Value, head.Unit)}";
    }

    // Names may be the same: a unit is told by its place.
    private static IReadOnlyList<(UnitBar, int?)> Sorted(IReadOnlyList<UnitBar> units, bool lessIsBetter)
    {
        IReadOnlyList<UnitValue> values =
            [.. units.Index().Where(unit => unit.Item.Value is not null).Select(unit => new UnitValue(unit.Index.ToString(CultureInfo.InvariantCulture), unit.Item.Value!.Value))];
        return
        [
            .. Ranking.Of(values, lessIsBetter).Places.Select(place => (units[int.Parse(place.Unit, CultureInfo.InvariantCulture)], (int?)place.Rank)),
            .. units.Where(unit => unit.Value is null).Select(unit => (unit, (int?)null)),
        ];
    }
}
