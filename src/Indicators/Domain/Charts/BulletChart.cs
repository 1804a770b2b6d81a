namespace SocialPolicy.Indicators.Domain.Charts;

/// <summary>One value against its target, before a ground of ranges (biểu đồ viên đạn, after Stephen Few's design).</summary>
/// <param name="Head">Title, unit and note.</param>
/// <param name="Value">Null when there is none yet.</param>
public sealed record BulletChart(ChartHead Head, decimal? Value)
{
    /// <summary>Whether the value is only expected (ước thực hiện).</summary>
    public bool Estimate { get; init; }

    /// <summary>What is demanded; null for nothing.</summary>
    public decimal? Target { get; init; }

    /// <summary>What it was in the same period a year before; null when nobody knows.</summary>
    public decimal? Before { get; init; }

    /// <summary>At most four, such as "yếu", "trung bình", "khá", in any order: each begins where the one before it ends.</summary>
    public IReadOnlyList<BulletRange> Ranges { get; init; } = [];

    /// <summary>The picture, as a document of its own or to be put into a page.</summary>
    public string ToSvg() => new BulletDrawing(this).ToSvg();
}

/// <summary>A range that a value can lie in.</summary>
/// <param name="To">Where it ends.</param>
/// <param name="Name">What it is called.</param>
public sealed record BulletRange(decimal To, string Name);
