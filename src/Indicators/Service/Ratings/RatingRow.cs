using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Service.Ratings;

/// <summary>A row of ratings.</summary>
internal sealed class RatingRow
{
    public Guid TargetId { get; init; }
    public long Version { get; init; }
    public Guid? ObservationId { get; init; }
    public string? Period { get; init; }
    public string Verdict { get; init; } = "";
    public string Rule { get; init; } = "";
    public string Explanation { get; init; } = "";
    public string ExplanationVi { get; init; } = "";
    public bool? Satisfied { get; init; }
    public string PercentOfTarget { get; init; } = "";
    public string Inputs { get; init; } = "[]";
    public DateTimeOffset RatedAt { get; init; }

    public Rating ToDomain() =>
        new(VerdictWords.Parse(Verdict), Rule, new(Explanation, ExplanationVi), Satisfied, PercentOfTarget) { Inputs = RatingInputs.Read(Inputs) };
}
