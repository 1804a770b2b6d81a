namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>What an agency says of a target in a period.</summary>
/// <param name="Value">In the unit of the target; null for a judgement.</param>
/// <param name="Achieved">A person's judgement of a target without a number.</param>
/// <param name="Estimate">Expected of a period that has not closed ("ước thực hiện").</param>
/// <param name="Source">Where it comes from, as given.</param>
/// <param name="Note">What else there is to say; of a judgement: its evidence.</param>
public sealed record Measurement(decimal? Value, bool? Achieved, bool Estimate, string Source, string Note);
