using SocialPolicy.Calendar;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>What is compared with a target.</summary>
/// <param name="Period">The period the value is about.</param>
/// <param name="Value">The level of the indicator; null for a judgement.</param>
/// <param name="Achieved">A person's judgement; null for a number.</param>
/// <param name="Estimate">Expected of a period that has not closed ("ước thực hiện").</param>
/// <param name="Baseline">What a change starts from; null when nobody observed it.</param>
public sealed record Measured(ReportingPeriod Period, decimal? Value, bool? Achieved = null, bool Estimate = false, Level? Baseline = null);

/// <summary>A value of an earlier period.</summary>
public sealed record Level(ReportingPeriod Period, decimal Value);

/// <summary>What an installation may set.</summary>
/// <param name="AboutTolerance">How far from "khoảng" still counts as it, in per cent of the demanded value.</param>
public sealed record RatingSettings(decimal AboutTolerance = 0)
{
    /// <summary>The rules with what is set.</summary>
    public RatingRules Rules => new(AboutTolerance);
}
