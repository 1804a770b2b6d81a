using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>The value of an indicator in a unit for a period, and what it rests on.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">Null for a judgement.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Coverage">Over how many units.</param>
public sealed record Figure(ObservedPeriod Period, decimal? Value, FigureBasis Basis, Coverage Coverage)
{
    /// <summary>What a person judged; null for a number.</summary>
    public bool? Achieved { get; init; }

    /// <summary>Expected of a period that has not closed ("ước thực hiện").</summary>
    public bool Estimate { get; init; }

    /// <summary>What was observed of the unit itself, when it is that and nothing else.</summary>
    public OwnValue? Own { get; init; }

    /// <summary>What it weighs in a figure of more units or more time.</summary>
    public required Sums Sums { get; init; }

    /// <summary>Of how many shorter periods it is made; 0 when it is not.</summary>
    public int Periods { get; init; }
}

/// <summary>Where a figure comes from.</summary>
public enum FigureBasis
{
    /// <summary>Somebody gave it, of this unit and period.</summary>
    Observed,

    /// <summary>Of the units within (tổng hợp từ đơn vị trực thuộc).</summary>
    RolledUp,

    /// <summary>Of the periods within (cộng dồn).</summary>
    Accumulated,
}

/// <summary>Over how many units a figure is, of how many (tỷ lệ có số liệu).</summary>
/// <param name="Given">That gave a value.</param>
/// <param name="InForce">That were there at the end of the period; fewer than gave one where units followed each other within it.</param>
public sealed record Coverage(int Given, int InForce)
{
    /// <summary>Whether no unit is missing.</summary>
    public bool IsWhole => Given >= InForce;

    /// <summary>Which part of the units gave one.</summary>
    internal double Share => InForce == 0 ? 1 : (double)Given / InForce;
}
