namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>What has to be known of an indicator to judge a value of it.</summary>
/// <param name="Key">Its short key.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">As officers call it.</param>
/// <param name="IsJudgement">A person says whether it is achieved; no number.</param>
/// <param name="Scale">value = scale × numerator / denominator; null when it is counted, no ratio.</param>
/// <param name="Range">What a value can be.</param>
public sealed record MeasuredIndicator(int Key, Guid Id, string Name, bool IsJudgement, decimal? Scale, ValueRange Range);
