using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.PlanRegistry.Domain.Owners;

namespace SocialPolicy.PlanRegistry.Domain.Matters;

/// <summary>What comes up.</summary>
public enum MatterKind
{
    /// <summary>Khó khăn, vướng mắc.</summary>
    Difficulty,

    /// <summary>Kiến nghị, đề xuất.</summary>
    Proposal,

    /// <summary>Đề nghị điều chỉnh: closes by an amendment, or declined.</summary>
    Adjustment,

    /// <summary>Kết luận kiểm tra, giám sát.</summary>
    Finding,
}

/// <summary>Where a matter stands.</summary>
public enum MatterState
{
    /// <summary>Raised; nobody has it.</summary>
    Open,

    /// <summary>With an agency that has to answer.</summary>
    Assigned,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>What became of a matter that is closed.</summary>
public enum MatterOutcome
{
    /// <summary>Giải quyết: an adjustment by the amendment that made it.</summary>
    Settled,

    /// <summary>Không chấp thuận: what was asked for is not done, and the conclusion says why.</summary>
    Declined,
}

/// <summary>What a matter is about: a plan, or a target or task of it.</summary>
public sealed record MatterSubject(Guid PlanId, OwnableKind? ItemKind, Guid? ItemId)
{
    /// <summary>The target, if it is about one.</summary>
    public Guid? TargetId => ItemKind is OwnableKind.Target ? ItemId : null;

    /// <summary>The task, if it is about one.</summary>
    public Guid? TaskId => ItemKind is OwnableKind.Task ? ItemId : null;
}

/// <summary>A matter (vướng mắc, kiến nghị): raised, assigned, answered, closed.</summary>
public sealed class Matter(
    Guid id, long version, MatterSubject subject, MatterKind kind, MatterState state, string text, Guid? raisedBy, DateOnly raisedOn, Guid? assignedTo, DateOnly? due, string? answer)
{
    public Guid Id { get; } = id;

    /// <summary>1 when raised; one more with every step.</summary>
    public long Version { get; private set; } = version;

    public MatterSubject Subject { get; } = subject;

    public MatterKind Kind { get; } = kind;

    public MatterState State { get; private set; } = state;

    /// <summary>What came up.</summary>
    public string Text { get; } = text;

    /// <summary>Null when no agency was named.</summary>
    public Guid? RaisedBy { get; } = raisedBy;

    public DateOnly RaisedOn { get; } = raisedOn;

    /// <summary>Who has to answer, or answered.</summary>
    public Guid? AssignedTo { get; private set; } = assignedTo;

    /// <summary>The last day to answer.</summary>
    public DateOnly? Due { get; private set; } = due;

    /// <summary>The answer in force.</summary>
    public string? Answer { get; private set; } = answer;

    /// <summary>What it was closed with.</summary>
    public string? Conclusion { get; private set; }

    /// <summary>The amendment that closed it.</summary>
    public Guid? AmendmentId { get; private set; }

    /// <summary>What became of it; null before it is closed.</summary>
    public MatterOutcome? Outcome { get; private set; }

    /// <summary>Something came up.</summary>
    public static (Matter Matter, MatterRaised Raised) Raise(Guid id, MatterSubject subject, MatterKind kind, string text, Guid? by, DateOnly on, DateOnly today)
    {
        Check.Rule(new Tasks.DaysHaveCome("raised_on", on, today));
        var matter = new Matter(id, version: 1, subject, kind, MatterState.Open, text, by, on, null, null, null);
        return (matter, matter.Raised());
    }

    /// <summary>An agency has to answer by a day; what was answered before does not count any more.</summary>
    public void Assign(Guid agency, DateOnly due, DateOnly today)
    {
        Check.Rule(new ClosedMattersRest(State));
        Check.Rule(new AnswersAreDueFromToday(due, today));
        (State, AssignedTo, Due, Answer) = (MatterState.Assigned, agency, due, null);
        Version++;
    }

    /// <summary>The agency answers.</summary>
    public void Reply(string answer)
    {
        Check.Rule(new ClosedMattersRest(State));
        Check.Rule(new MattersAreAnsweredOnce(State));
        Check.Rule(new OnlyAssignedMattersAreAnswered(State));
        (State, Answer) = (MatterState.Answered, answer);
        Version++;
    }

    /// <summary>It is settled: an adjustment by the amendment that made it, everything else by a word. Or what it asked for is declined.</summary>
    public MatterClosed Close(string conclusion, Guid? amendment, MatterOutcome outcome = MatterOutcome.Settled)
    {
        Check.Rule(new ClosedMattersRest(State));
        Check.Rule(new OnlyAnsweredMattersAreClosed(State));
        Check.Rule(new OnlyRequestsAreDeclined(Kind, outcome));
        Check.Rule(new AdjustmentsCloseByAmendment(Kind, outcome, amendment is not null));
        Check.Rule(new AmendmentsCloseAdjustments(Kind, amendment is not null));
        Check.Rule(new DeclinedMattersHaveNoAmendment(outcome, amendment is not null));
        (State, Conclusion, AmendmentId, Outcome) = (MatterState.Closed, conclusion, amendment, outcome);
        Version++;
        return new(Id, Subject.PlanId, Subject.TargetId, Subject.TaskId, Words.Of(Kind), Answer!, conclusion, amendment, Words.Of(outcome));
    }

    /// <summary>It is not settled after all: who answered has to answer anew.</summary>
    public MatterRaised Reopen()
    {
        Check.Rule(new OnlyClosedMattersAreReopened(State));
        (State, Answer, Conclusion, AmendmentId, Outcome) = (MatterState.Assigned, null, null, null, null);
        Version++;
        return Raised();
    }

    /// <summary>Whether it waits for an answer that was due before the day.</summary>
    public static bool IsOverdue(MatterState state, DateOnly? due, DateOnly on) => state is MatterState.Assigned && due < on;

    private MatterRaised Raised() => new(Id, Subject.PlanId, Subject.TargetId, Subject.TaskId, Words.Of(Kind), Text, RaisedBy, RaisedOn);
}
