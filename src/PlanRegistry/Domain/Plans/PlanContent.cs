using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>What was read from a plan's document, in the order of the text. Ids are given once and survive amendments.</summary>
public sealed record PlanContent(
    IReadOnlyList<PlanLegalBasis> LegalBases,
    IReadOnlyList<PlanTarget> Targets,
    IReadOnlyList<PlanTask> Tasks,
    IReadOnlyList<PlanDuty> Duties,
    IReadOnlyList<PlanFlag> Flags);

/// <summary>A document the plan rests on (căn cứ).</summary>
public sealed record PlanLegalBasis(
    string? Number, string? Type, string? Title, DateOnly? IssuedOn, LegalRelationship Relationship, TextSpan Span);

/// <summary>A target (chỉ tiêu): one assertion about one indicator.</summary>
public sealed record PlanTarget(
    Guid Id,
    Guid? ParentId,
    TargetSection Section,
    string Text,
    string Indicator,
    Comparator Comparator,
    decimal? Value,
    decimal? ValueMax,
    string? Unit,
    Comparator? Bound,
    bool PerYear,
    string? Baseline,
    string? Population,
    string? Geography,
    int? Year,
    Direction? Direction,
    string? Theme,
    IReadOnlyList<string> Conditions,
    TextSpan Span);

/// <summary>The part of a plan that states a target.</summary>
public enum TargetSection
{
    /// <summary>The section of targets.</summary>
    Targets,

    /// <summary>The vision: shown, never rated.</summary>
    Vision,

    /// <summary>A number inside a task.</summary>
    Tasks,
}

/// <summary>A section of tasks (nhiệm vụ, giải pháp).</summary>
public sealed record PlanTask(
    Guid Id,
    Guid? ParentId,
    string Numbering,
    int Level,
    string Heading,
    string? Lead,
    IReadOnlyList<string> Coordinating,
    IReadOnlyList<string> Items,
    TextSpan Span);

/// <summary>
/// A reporting duty (chế độ báo cáo): who reports what to whom, and until when. A deadline without a month is a
/// day of the month, how often is its frequency's; a day that a month does not have is its last one. A single date is taken as exclusive unless the text includes it.
/// </summary>
public sealed record PlanDuty(
    Guid Id,
    IReadOnlyList<string> Reporters,
    IReadOnlyList<string> Addressees,
    string? Via,
    ReportingFrequency Frequency,
    int? DeadlineDay,
    int? DeadlineMonth,
    bool DeadlineInclusive,
    DateOnly? OnceOn,
    string? Content,
    TextSpan Span)
{
    /// <summary>Whether the text gives it a date; one without waits for a person to set it.</summary>
    public bool IsDated => OnceOn is not null || DeadlineDay is not null;
}

/// <summary>Something a person should look at.</summary>
/// <param name="Code">A stable word such as IMPOSSIBLE_VALUE.</param>
/// <param name="TargetId">The target it is about, if one.</param>
/// <param name="DutyId">The duty it is about, if one.</param>
/// <param name="Quote">The text there, shortened; empty for the document as a whole.</param>
/// <param name="Span">The place; null for the document as a whole.</param>
public sealed record PlanFlag(string Code, Guid? TargetId, Guid? DutyId, string Quote, TextSpan? Span);
