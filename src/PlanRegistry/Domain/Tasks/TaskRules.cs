using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Tasks;

/// <summary>Work is followed, and matters are raised, of plans that are published.</summary>
public sealed record WorkIsOnPublishedPlans(PlanState State) : IRule
{
    public bool IsBroken => State is not PlanState.Published;
    public string Reason => "PLAN_NOT_IN_FORCE";
    public string Message => "The plan is not published; its work is followed, and matters are raised, from then on.";
}

/// <summary>A task is of a known kind before anything is recorded of it.</summary>
public sealed record WorkIsOfAKnownKind(TaskKind? TaskKind) : IRule
{
    public bool IsBroken => TaskKind is null;
    public string Reason => "TASK_NOT_CLASSIFIED";
    public string Message => "Nobody has said yet whether the task is one-off or ongoing.";
}

/// <summary>Only a one-off task is completed; an ongoing one is assessed.</summary>
public sealed record OnlyOneOffTasksAreCompleted(TaskKind? TaskKind) : IRule
{
    public bool IsBroken => TaskKind is not Tasks.TaskKind.OneOff;
    public string Reason => "TASK_NOT_ONE_OFF";
    public string Message => TaskKind is null ? "Nobody has said yet that the task is one-off." : "The task is ongoing: it is assessed period by period, not completed.";
}

/// <summary>Only an ongoing task is assessed; a one-off one is completed.</summary>
public sealed record OnlyOngoingTasksAreAssessed(TaskKind? TaskKind) : IRule
{
    public bool IsBroken => TaskKind is not Tasks.TaskKind.Ongoing;
    public string Reason => "TASK_NOT_ONGOING";
    public string Message => TaskKind is null ? "Nobody has said yet that the task is ongoing." : "The task is one-off: it is completed, not assessed period by period.";
}

/// <summary>What is completed or dropped changes only after it was reopened.</summary>
public sealed record OpenTasksChange(TaskState State) : IRule
{
    public bool IsBroken => State is not TaskState.Open;
    public string Reason => "TASK_NOT_OPEN";
    public string Message => $"The task is {(State is TaskState.Dropped ? "dropped" : "completed")}; reopen it first.";
}

/// <summary>Only a completed or dropped task is reopened.</summary>
public sealed record OnlyEndedTasksAreReopened(TaskState State) : IRule
{
    public bool IsBroken => State is TaskState.Open;
    public string Reason => "TASK_ALREADY_OPEN";
    public string Message => "The task is open.";
}

/// <summary>A task of which a period is assessed stays ongoing.</summary>
public sealed record UsedTasksKeepTheirKind(bool InUse) : IRule
{
    public bool IsBroken => InUse;
    public string Reason => "TASK_KIND_IN_USE";
    public string Message => "Periods of the task are assessed already; it stays ongoing.";
}

/// <summary>Standing work has no due date.</summary>
public sealed record OngoingTasksHaveNoDueDate(string Path, bool HasOne) : IRule
{
    public bool IsBroken => HasOne;
    public string Reason => "ONGOING_TASK_WITH_DUE_DATE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An ongoing task has no due date; it is assessed period by period.";
    public string? Field => Path;
}

/// <summary>Work ends on the day it begins, or later.</summary>
public sealed record TaskDatesRunForward(string Path, DateOnly? From, DateOnly? To) : IRule
{
    public bool IsBroken => From > To;
    public string Reason => "TASK_DATES_REVERSED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"Work that begins on {From:yyyy-MM-dd} does not end on {To:yyyy-MM-dd}.";
    public string? Field => Path;
}

/// <summary>What has happened did so by today.</summary>
public sealed record DaysHaveCome(string Path, DateOnly Day, DateOnly Today) : IRule
{
    public bool IsBroken => Day > Today;
    public string Reason => "DAY_IN_FUTURE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Day:yyyy-MM-dd} is after today, {Today:yyyy-MM-dd}.";
    public string? Field => Path;
}

/// <summary>A year, a half or a quarter that has begun can be assessed.</summary>
public sealed record AssessmentsAreOfABegunPeriod(ReportingPeriod Period, DateOnly Today) : IRule
{
    public bool IsBroken => Period.Kind is PeriodKind.Month || FirstDay > Today;
    public string Reason => "ASSESSMENT_PERIOD_UNSUITED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A task is assessed for a year, a half or a quarter that has begun by {Today:yyyy-MM-dd}, not for {Period}.";
    public string? Field => "period";

    // Its data begin in the middle of the month before.
    private DateOnly FirstDay => new DateOnly(Period.DataFrom.Year, Period.DataFrom.Month, 1).AddMonths(1);
}

/// <summary>Counts have a name each and are not negative; there are at most fifty.</summary>
public sealed record CountsAreCounted(IReadOnlyDictionary<string, long> Counts) : IRule
{
    private const int Most = 50;
    private const int LongestName = 200;

    public bool IsBroken => Counts.Count > Most || Counts.Any(count => count.Value < 0 || count.Key.Trim().Length is 0 or > LongestName);
    public string Reason => "COUNTS_INVALID";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"At most {Most} counts, each with a name of at most {LongestName} characters and a number that is not negative.";
    public string? Field => "counts";
}

/// <summary>An assessment of a period that has one says something else.</summary>
public sealed record AssessmentsSaySomethingNew(bool Same) : IRule
{
    public bool IsBroken => Same;
    public string Reason => "ASSESSMENT_UNCHANGED";
    public string Message => "The period is assessed like this already.";
}

/// <summary>Who contributes coordinates in the task on some day of the contribution.</summary>
public sealed record ContributorsCoordinate(string Agency, bool Coordinates) : IRule
{
    public bool IsBroken => !Coordinates;
    public string Reason => "CONTRIBUTOR_NOT_COORDINATING";
    public string Message => $"{Agency} does not coordinate in this task on any of these days; assign it first.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["agency"] = Agency };
}

/// <summary>What a coordinating agency contributes lies within the days of the lead's work.</summary>
public sealed record ContributionsStayInsideTheLeads(DateOnly From, DateOnly To, DateOnly? LeadFrom, DateOnly? LeadTo) : IRule
{
    public bool IsBroken => From < LeadFrom || To > LeadTo;
    public string Reason => "CONTRIBUTION_OUTSIDE_LEAD_DATES";
    public string Message => $"A contribution from {From:yyyy-MM-dd} to {To:yyyy-MM-dd} does not lie within the lead's work, from {Day(LeadFrom)} to {Day(LeadTo)}.";

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["from"] = Day(From), ["to"] = Day(To), ["lead_from"] = Day(LeadFrom), ["lead_to"] = Day(LeadTo),
    };

    private static string Day(DateOnly? day) => day is { } stated ? $"{stated:yyyy-MM-dd}" : "an open day";
}

/// <summary>Evidence is a file, the number of a document, or both.</summary>
public sealed record EvidenceIsSomething(bool Empty) : IRule
{
    public bool IsBroken => Empty;
    public string Reason => "EVIDENCE_EMPTY";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Evidence is a file, the number of a document, or both.";
    public string? Field => "evidence";
}

/// <summary>Only a file that was attached can be downloaded.</summary>
public sealed record EvidenceIsThere(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "EVIDENCE_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"No file was attached under {Id}.";
}
