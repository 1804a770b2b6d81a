namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>One indicator across units, the best at the top (biểu đồ cột so sánh).</summary>
/// <param name="Head">Title, unit and note.</param>
/// <param name="Units">In any order; those without a value come last.</param>
/// <param name="LessIsBetter">Whether the lowest value is the best.</param>
public sealed record BarChart(ChartHead Head, IReadOnlyList<UnitBar> Units, bool LessIsBetter = false)
{
    /// <summary>What is demanded of all of them; null for nothing.</summary>
    public decimal? Target { get; init; }

    /// <summary>The picture, as a document of its own or to be put into a page.</summary>
    public string ToSvg() => new BarDrawing(this).ToSvg();
}

/// <summary>A unit (đơn vị hành chính) and its value.</summary>
/// <param name="Unit">Its name; long ones are wrapped or cut.</param>
/// <param name="Value">Null when there is none.</param>
/// <param name="Own">Whether it is the unit the chart is made for.</param>
public sealed record UnitBar(string Unit, decimal? Value, bool Own = false);
