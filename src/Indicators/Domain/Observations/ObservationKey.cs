namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>What a value is the value of: there is one that counts, and those it replaced.</summary>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Unit">Key of the administrative unit.</param>
/// <param name="Period">The period.</param>
/// <param name="Part">Key of the part; 0 for the whole.</param>
/// <param name="Estimate">Expected of a period that has not closed ("ước thực hiện"); it stands beside what was done until now.</param>
public readonly record struct ObservationKey(int Indicator, int Unit, ObservedPeriod Period, int Part, bool Estimate);
