using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>A value that an act put in its place.</summary>
internal readonly record struct KeptRow(ObservationKey Key, int Revision);

/// <summary>What a roll-up is of; its units are of one level.</summary>
internal readonly record struct RollupKey(int Indicator, int Area, int Part, ObservedPeriod Period, bool Estimate, short Boundaries, short Level);

/// <summary>How a roll-up changes. Numbers have few enough digits for their sums to be exact.</summary>
internal readonly record struct RollupChange(int Units, int Weighted, decimal Total, decimal Numerator, decimal Denominator)
{
    public static RollupChange operator +(RollupChange left, RollupChange right) => new(
        left.Units + right.Units, left.Weighted + right.Weighted, left.Total + right.Total, left.Numerator + right.Numerator, left.Denominator + right.Denominator);
}
