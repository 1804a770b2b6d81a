using System.Text.Json;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Calendar;
using SocialPolicy.PlanRegistry.Domain.Tasks;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

/// <summary>A row of task_work.</summary>
internal sealed class WorkRow
{
    public Guid TaskId { get; init; }
    public Guid PlanId { get; init; }
    public long Version { get; init; }
    public string Kind { get; init; } = "";
    public string State { get; init; } = "";
    public DateOnly? StartDay { get; init; }
    public DateOnly? Due { get; init; }
    public DateOnly? CompletedOn { get; init; }
    public DateOnly? DroppedOn { get; init; }
    public string? DropReason { get; init; }

    public TaskWork ToWork() => new(TaskId, Version, Words.Read<TaskKind>(Kind), Words.Read<TaskState>(State), StartDay, Due, CompletedOn, DroppedOn, DropReason);
}

/// <summary>A row of task_assessments.</summary>
internal sealed class AssessmentRow
{
    public Guid TaskId { get; init; }
    public string Period { get; init; } = "";
    public int Revision { get; init; }
    public string Verdict { get; init; } = "";
    public string Text { get; init; } = "";
    public string Counts { get; init; } = "{}";
    public string? RevisionReason { get; init; }
    public string Actor { get; init; } = "";
    public DateTimeOffset At { get; init; }

    public Assessment ToAssessment() => new(
        ReportingPeriod.TryParse(Period, out var period) ? period : throw new InvalidDataException($"'{Period}' is stored as a period."),
        Words.Read<TaskVerdict>(Verdict), Text, JsonSerializer.Deserialize<Dictionary<string, long>>(Counts, RowJson.Options)!, RevisionReason);
}

/// <summary>A row of task_contributions.</summary>
internal sealed class ContributionRow
{
    public Guid TaskId { get; init; }
    public Guid AgencyId { get; init; }
    public string Text { get; init; } = "";
    public DateOnly FromDay { get; init; }
    public DateOnly ToDay { get; init; }
    public string Actor { get; init; } = "";
    public DateTimeOffset At { get; init; }
}

/// <summary>A row of task_evidence.</summary>
internal sealed class EvidenceRow
{
    public Guid Id { get; init; }
    public Guid TaskId { get; init; }
    public string? FileName { get; init; }
    public string? Sha256 { get; init; }
    public long? SizeBytes { get; init; }
    public string? DocumentNumber { get; init; }
    public string? Note { get; init; }
    public string? Period { get; init; }
    public string Actor { get; init; } = "";
    public DateTimeOffset At { get; init; }
}

/// <summary>A row of task_steps.</summary>
internal sealed class StepRow
{
    public Guid TaskId { get; init; }
    public string Act { get; init; } = "";
    public DateOnly? OnDay { get; init; }
    public string Text { get; init; } = "";
    public string Actor { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
