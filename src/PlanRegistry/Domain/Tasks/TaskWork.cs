using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;

namespace SocialPolicy.PlanRegistry.Domain.Tasks;

/// <summary>The work on a task (nhiệm vụ): once or ongoing, with its dates, and what came of it.</summary>
public sealed class TaskWork(
    Guid taskId, long version, TaskKind? kind, TaskState state, DateOnly? start, DateOnly? due, DateOnly? completedOn, DateOnly? droppedOn, string? dropReason)
{
    /// <summary>The task it is about.</summary>
    public Guid TaskId { get; } = taskId;

    /// <summary>0 while nobody has said anything; one more with every change.</summary>
    public long Version { get; private set; } = version;

    /// <summary>Null while nobody has said.</summary>
    public TaskKind? Kind { get; private set; } = kind;

    /// <inheritdoc cref="TaskState"/>
    public TaskState State { get; private set; } = state;

    /// <summary>First day of the work, null when not stated.</summary>
    public DateOnly? Start { get; private set; } = start;

    /// <summary>Last day in time of a one-off task, null when it has none.</summary>
    public DateOnly? Due { get; private set; } = due;

    /// <summary>Null until completed.</summary>
    public DateOnly? CompletedOn { get; private set; } = completedOn;

    /// <summary>Null unless dropped.</summary>
    public DateOnly? DroppedOn { get; private set; } = droppedOn;

    /// <summary>Why it was dropped.</summary>
    public string? DropReason { get; private set; } = dropReason;

    /// <summary>The work on a task of which nobody has said anything.</summary>
    public static TaskWork Unclassified(Guid task) => new(task, version: 0, null, TaskState.Open, null, null, null, null, null);

    /// <summary>A person's word on the kind and the dates. Null when it is what was said already.</summary>
    public TaskStep? Classify(TaskKind kind, DateOnly? start, DateOnly? due, string? reason, bool isAssessed, string path)
    {
        Check.Rule(new OpenTasksChange(State));
        Check.Rule(new UsedTasksKeepTheirKind(isAssessed && Kind != kind));
        Check.All(
            new OngoingTasksHaveNoDueDate($"{path}.due", kind is TaskKind.Ongoing && due is not null),
            new TaskDatesRunForward($"{path}.due", start, due),
            new FieldsAreFilled($"{path}.reason", reason is not null || Kind is null || Due is null || Due == due));
        if ((Kind, Start, Due) == (kind, start, due))
            return null;
        var step = new TaskStep(TaskAct.Classified, due, string.Join("; ", new[] { Words.Of(kind), Span(start, due), reason }.Where(part => part is { Length: > 0 })));
        (Kind, Start, Due) = (kind, start, due);
        Version++;
        return step;
    }

    /// <summary>Done, on a day.</summary>
    public TaskStep Complete(DateOnly on, DateOnly today, string? text)
    {
        Check.Rule(new OnlyOneOffTasksAreCompleted(Kind));
        Check.Rule(new OpenTasksChange(State));
        Check.All(new DaysHaveCome("on", on, today), new TaskDatesRunForward("on", Start, on));
        (State, CompletedOn) = (TaskState.Completed, on);
        Version++;
        return new(TaskAct.Completed, on, text ?? "");
    }

    /// <summary>Given up, with a reason.</summary>
    public TaskStep Drop(DateOnly on, DateOnly today, string reason)
    {
        Check.Rule(new WorkIsOfAKnownKind(Kind));
        Check.Rule(new OpenTasksChange(State));
        Check.Rule(new DaysHaveCome("on", on, today));
        (State, DroppedOn, DropReason) = (TaskState.Dropped, on, reason);
        Version++;
        return new(TaskAct.Dropped, on, reason);
    }

    /// <summary>Open again.</summary>
    public TaskStep Reopen(string reason)
    {
        Check.Rule(new OnlyEndedTasksAreReopened(State));
        (State, CompletedOn, DroppedOn, DropReason) = (TaskState.Open, null, null, null);
        Version++;
        return new(TaskAct.Reopened, null, reason);
    }

    /// <summary>A period is assessed, or assessed anew.</summary>
    /// <param name="said">What is said of the period.</param>
    /// <param name="before">What counts of it so far; null for the first.</param>
    /// <param name="today">The day it is said.</param>
    public (TaskStep Step, int Revision) Assess(Assessment said, (Assessment Assessment, int Revision)? before, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(said);
        Check.Rule(new OnlyOngoingTasksAreAssessed(Kind));
        Check.Rule(new OpenTasksChange(State));
        Check.All(
            new AssessmentsAreOfABegunPeriod(said.Period, today),
            new CountsAreCounted(said.Counts),
            new FieldsAreFilled("revision_reason", before is null || said.RevisionReason is not null));
        Check.Rule(new AssessmentsSaySomethingNew(before is { } earlier && said.SaysTheSameAs(earlier.Assessment)));
        Version++;
        return (new(TaskAct.Assessed, null, $"{said.Period}: {Words.Of(said.Verdict)}"), (before?.Revision ?? 0) + 1);
    }

    /// <summary>An agency contributes from the one day to the other, within the days of the lead.</summary>
    public TaskStep Contribute(string agency, DateOnly from, DateOnly to, bool isCoordinating, (DateOnly? From, DateOnly? To) planDays)
    {
        Check.Rule(new WorkIsOfAKnownKind(Kind));
        Check.Rule(new OpenTasksChange(State));
        Check.Rule(new TaskDatesRunForward("to", from, to));
        Check.Rule(new ContributorsCoordinate(agency, isCoordinating));
        Check.Rule(new ContributionsStayInsideTheLeads(from, to, Start ?? planDays.From, Due ?? planDays.To));
        Version++;
        return new(TaskAct.Contributed, from, agency);
    }

    /// <summary>Something shows the work.</summary>
    public TaskStep Evidence(string what)
    {
        Check.Rule(new WorkIsOfAKnownKind(Kind));
        Version++;
        return new(TaskAct.Evidenced, null, what);
    }

    private static string Span(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "",
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"to {to:yyyy-MM-dd}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}"),
    };
}
