using SocialPolicy.Calendar;

namespace SocialPolicy.Reporting.Domain.Duties;

/// <summary>A reporting duty (chế độ báo cáo) that a published plan put in force.</summary>
public sealed record Duty
{
    /// <summary>The same as in the plan; it survives amendments.</summary>
    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>Its place in the plan's text, from 1.</summary>
    public required int Position { get; init; }

    public IReadOnlyList<Party> Reporters { get; init; } = [];

    public IReadOnlyList<Party> Addressees { get; init; } = [];

    /// <summary>The focal agency it goes through ("qua").</summary>
    public Party? Via { get; init; }

    /// <summary>When it is due, as worded, and what becomes of days off.</summary>
    public required ReportingSchedule Schedule { get; init; }

    /// <summary>What is reported, as written.</summary>
    public string? Content { get; init; }

    /// <summary>True once an amendment has dropped it.</summary>
    public bool Ended { get; init; }

    /// <summary>Whether it opens rounds by itself on the day.</summary>
    public DutyState StateOn(DateOnly today, PlanYears years) =>
        Ended || years.AreOver(today) ? DutyState.Ended : Schedule.NeedsADate ? DutyState.NeedsDate : DutyState.Dated;
}

/// <summary>Whether a duty opens rounds by itself.</summary>
public enum DutyState
{
    /// <summary>It has a date.</summary>
    Dated,

    /// <summary>It waits until somebody opens a round.</summary>
    NeedsDate,

    /// <summary>The plan's last year is over, or the plan no longer has it.</summary>
    Ended,
}

/// <summary>The years a plan is for; null where it does not say.</summary>
public sealed record PlanYears(int? First, int? Last)
{
    /// <summary>Whether reports about the period belong to the plan.</summary>
    public bool Hold(ReportingPeriod period) => !(period.Year < First) && !(period.Year > Last);

    /// <summary>Whether the last year is over on the day.</summary>
    public bool AreOver(DateOnly today) => today.Year > Last;
}
