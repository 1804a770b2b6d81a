using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Contracts.Events.Reporting.V1;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.Domain.Obligations;

/// <summary>Where an obligation stands.</summary>
public enum ObligationState
{
    /// <summary>Chưa gửi.</summary>
    Owed,

    /// <summary>Đã gửi.</summary>
    Submitted,

    /// <summary>Bị trả lại: owed again.</summary>
    Returned,

    /// <summary>Accepted: nothing is owed any more.</summary>
    Settled,

    /// <summary>Miễn: nothing is owed any more, though nothing was submitted.</summary>
    Exempted,
}

/// <summary>In time or not.</summary>
public enum Timeliness
{
    /// <summary>Chưa đến hạn; also what an invited agency still owes after the day.</summary>
    NotDue,

    /// <summary>Đã nộp đúng hạn.</summary>
    OnTime,

    /// <summary>Nộp muộn.</summary>
    Late,

    /// <summary>Quá hạn.</summary>
    Overdue,
}

/// <summary>One report that one agency owes for a round (nghĩa vụ báo cáo).</summary>
public sealed record Obligation
{
    public required Guid Id { get; init; }

    /// <summary>1 when issued; one more with every change.</summary>
    public required long Version { get; init; }

    public required Guid RoundId { get; init; }
    public required Guid PlanId { get; init; }
    public required Guid AgencyId { get; init; }
    public required Guid ReceiverId { get; init; }
    public required DateOnly Due { get; init; }
    public required DateOnly LateAfter { get; init; }

    /// <summary>Invited ("đề nghị"): never overdue, never chased.</summary>
    public required bool Requested { get; init; }

    /// <summary>The receiver's own: not reminded.</summary>
    public required bool OwnContribution { get; init; }

    public required ObligationState State { get; init; }

    /// <summary>The day of the first submission, which alone counts for lateness.</summary>
    public DateOnly? SubmittedOn { get; init; }

    public Guid? ReportId { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public DateTimeOffset? ExemptedAt { get; init; }

    /// <summary>Of <see cref="Exemption"/>; null unless it is exempted.</summary>
    public string? ExemptReason { get; init; }

    /// <summary>The agencies that ended, when it was issued because they did.</summary>
    public IReadOnlyList<Guid> InPlaceOf { get; init; } = [];

    /// <summary>Something is still to be done: by the agency, or by the receiver.</summary>
    public bool IsOpen => State is ObligationState.Owed or ObligationState.Submitted or ObligationState.Returned;

    /// <summary>What the agency owes for the round.</summary>
    public static Obligation Issue(Guid id, Round round, AskedAgency agency, IReadOnlyList<Guid>? inPlaceOf = null) => new()
    {
        Id = id,
        Version = 1,
        RoundId = round.Id,
        PlanId = round.PlanId,
        AgencyId = agency.Id,
        ReceiverId = round.ReceiverId!.Value,
        Due = round.Due.Day,
        LateAfter = round.LateAfter,
        Requested = agency.Requested,
        OwnContribution = agency.Id == round.ReceiverId,
        State = ObligationState.Owed,
        InPlaceOf = inPlaceOf ?? [],
    };

    /// <summary>In time or not, on a day.</summary>
    public Timeliness On(DateOnly today) => SubmittedOn switch
    {
        { } day => day <= LateAfter ? Timeliness.OnTime : Timeliness.Late,
        null when IsOverdue(today) => Timeliness.Overdue,
        _ => Timeliness.NotDue,
    };

    /// <summary>Whether its last day is over and nothing was ever submitted.</summary>
    public bool IsOverdue(DateOnly today) =>
        SubmittedOn is null && State is not ObligationState.Exempted && today > LateAfter && !Requested && !OwnContribution;

    /// <summary>A report answers it; nothing has been submitted.</summary>
    public Obligation Answered(Guid report) => this with { ReportId = report, Version = Version + 1 };

    public Obligation Submitted(DateOnly on) => this with { State = ObligationState.Submitted, SubmittedOn = SubmittedOn ?? on, Version = Version + 1 };

    public Obligation Returned() => this with { State = ObligationState.Returned, Version = Version + 1 };

    public Obligation Settled(DateTimeOffset at) => this with { State = ObligationState.Settled, SettledAt = at, Version = Version + 1 };

    /// <summary>Nothing is owed any more. Only what nobody has submitted yet can be exempted.</summary>
    public Obligation Exempted(string reason, DateTimeOffset at) => this with { State = ObligationState.Exempted, ExemptedAt = at, ExemptReason = reason, Version = Version + 1 };

    /// <summary>Owed by the day, and to the receiver, that the round has now; also when it had been exempted.</summary>
    public Obligation Rescheduled(Round round) => this with
    {
        State = ObligationState.Owed,
        ExemptedAt = null,
        ExemptReason = null,
        Due = round.Due.Day,
        LateAfter = round.LateAfter,
        ReceiverId = round.ReceiverId!.Value,
        OwnContribution = AgencyId == round.ReceiverId,
        Version = Version + 1,
    };

    /// <summary>As it is, for another receiver.</summary>
    public Obligation HandedTo(Guid receiver) => this with { ReceiverId = receiver, OwnContribution = AgencyId == receiver, Version = Version + 1 };

    /// <summary>Whether it is as the round has it.</summary>
    public bool Follows(Round round) => State is not ObligationState.Exempted && Due == round.Due.Day && LateAfter == round.LateAfter && ReceiverId == round.ReceiverId;

    /// <summary>What others are told when it is exempted.</summary>
    public ObligationExempted ToExempted() => new(Id, Version, RoundId, PlanId, AgencyId, ExemptReason!);

    /// <summary>What others are told when it is rescheduled.</summary>
    public ObligationRescheduled ToRescheduled(DateOnly before, Round round) =>
        new(Id, Version, RoundId, PlanId, AgencyId, ReceiverId, OwnContribution, before, Due, round.Due.Why.Vietnamese, Words.Of(State));

    /// <summary>What others are told when it is issued.</summary>
    public IssuedObligation ToIssued() => new(Id, Version, AgencyId, Requested, OwnContribution);

    /// <summary>What others are told when it is overdue.</summary>
    public ObligationOverdue ToOverdue() => new(Id, Version, RoundId, PlanId, AgencyId, ReceiverId, Due);

    /// <summary>What others are told when it is settled.</summary>
    public ObligationSettled ToSettled() => new(Id, Version, RoundId, PlanId, AgencyId, ReportId!.Value, SubmittedOn <= LateAfter);
}
