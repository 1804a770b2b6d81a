using SocialPolicy.Calendar;
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
    public string? OverridePeriod { get; init; }
    public string? OverrideVerdict { get; init; }
    public string? OverrideRuled { get; init; }
    public string? OverrideRule { get; init; }
    public string? OverrideReason { get; init; }
    public string? OverrideActor { get; init; }
    public DateTimeOffset? OverriddenAt { get; init; }

    /// <summary>What a person said instead; null when nobody did.</summary>
    public Override? Override => OverriddenAt is { } at
        ? new(PeriodOf(OverridePeriod!), VerdictWords.Parse(OverrideVerdict!), VerdictWords.Parse(OverrideRuled!), OverrideRule!, OverrideReason!, OverrideActor!, at)
        : null;

    public Standing Standing => new(ToDomain(), Period is null ? null : PeriodOf(Period), Override);

    public Rating ToDomain() =>
        new(VerdictWords.Parse(Verdict), Rule, new(Explanation, ExplanationVi), Satisfied, PercentOfTarget) { Inputs = RatingInputs.Read(Inputs) };

    private static ReportingPeriod PeriodOf(string text) =>
        ReportingPeriod.TryParse(text, out var period) ? period : throw new FormatException($"No reporting period: {text}.");
}
