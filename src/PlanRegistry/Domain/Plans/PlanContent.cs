using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>What was read from a plan's document, in the order of the text. Ids are given once and survive amendments.</summary>
public sealed record PlanContent(
    IReadOnlyList<PlanLegalBasis> LegalBases,
    IReadOnlyList<PlanObjective> Objectives,
    IReadOnlyList<PlanTarget> Targets,
    IReadOnlyList<PlanTask> Tasks,
    IReadOnlyList<PlanTaskRow> TaskRows,
    IReadOnlyList<PlanDuty> Duties,
    IReadOnlyList<PlanFlag> Flags)
{
    /// <summary>Nothing.</summary>
    public static readonly PlanContent Empty = new([], [], [], [], [], [], []);

    /// <summary>Which amendments stand behind items that are not as published, by the id of the item.</summary>
    public IReadOnlyDictionary<Guid, AmendedBy> Amended { get; init; } = new Dictionary<Guid, AmendedBy>();

    /// <summary>Null when the item is as published.</summary>
    public AmendedBy? AmendmentsOf(Guid item) => Amended.GetValueOrDefault(item);

    /// <summary>What the section on organisation asks of whom, as read; empty of plans taken in before it was kept.</summary>
    public IReadOnlyList<PlanOrganisationDuty> OrganisationDuties { get; init; } = [];
}

/// <summary>Where an amended item comes from.</summary>
/// <param name="Last">The last amendment that added or changed it.</param>
/// <param name="Words">The one whose document gave its words and their place; null: the plan's own.</param>
/// <param name="Fields">Which one gave each field that is not as published.</param>
public sealed record AmendedBy(Guid Last, Guid? Words, IReadOnlyDictionary<string, Guid> Fields);

/// <summary>A document the plan rests on (căn cứ).</summary>
public sealed record PlanLegalBasis(
    string? Number, string? Type, string? Title, DateOnly? IssuedOn, LegalRelationship Relationship, TextSpan Span);

/// <summary>A general objective (mục tiêu tổng quát), or words of the vision.</summary>
public sealed record PlanObjective(string Text, bool Vision, TextSpan Span);

/// <summary>A row of a table of tasks, as annexes have them. Heading is the row above that groups it.</summary>
public sealed record PlanTaskRow(
    string? Number, string? Heading, string Text, string? Lead, IReadOnlyList<string> Coordinating, string? Time, string? Deliverable, TextSpan Span);

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
    string? IndicatorCode,
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
    string? Time,
    string? Deliverable,
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
    int? WithinAmount,
    TermUnit? WithinUnit,
    string? WithinAfter,
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
