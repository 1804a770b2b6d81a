using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Contracts.Events.Notifications.V1;
using SocialPolicy.Notifications.Domain.Ladders;
using SocialPolicy.Notifications.Service.Sweeping;
using SocialPolicy.Reporting.V1;

namespace SocialPolicy.Notifications.Service.Sending;

/// <summary>A notice whose turn it is, and that nobody else has.</summary>
internal sealed class ClaimedNotice
{
    public Guid Id { get; init; }
    public Guid ObligationId { get; init; }
    public Guid PlanId { get; init; }
    public Guid AgencyId { get; init; }
    public string Kind { get; init; } = "";
    public string Rung { get; init; } = "";
    public string Channel { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Body { get; init; } = "";
    public int Attempts { get; init; }
    public string? Email { get; init; }
    public Guid Owing { get; init; }
    public Guid ReceiverId { get; init; }
    public DateOnly IssuedOn { get; init; }
    public DateOnly? MovedOn { get; init; }
    public DateOnly Due { get; init; }

    /// <summary>The last day that its text says.</summary>
    public DateOnly Says { get; init; }

    public bool ToldBefore { get; init; }
    public bool Requested { get; init; }
    public bool OwnContribution { get; init; }
    public int Returned { get; init; }

    public bool IsMail => Channel == Words.Of(Domain.Notices.Channel.Email);

    /// <summary>Whether it still has something to say.</summary>
    public bool IsWanted(Obligation.Types.State state) => Kind == Words.Of(Domain.Notices.NoticeKind.Returned)
        ? state is Obligation.Types.State.Returned
        : state is Obligation.Types.State.Owed or Obligation.Types.State.Returned;

    /// <summary>Why it has nothing to say any more, though something is owed; null when it has.</summary>
    public string? Overtaken(DateOnly today, Standings standings)
    {
        if (Says != Due)
            return "the last day has moved";
        var owed = new OwedObligation(
            standings.Owing(Owing, Returned > 0), standings.Receiving(ReceiverId), IssuedOn, Due, Requested, OwnContribution, Returned, MovedOn, ToldBefore);
        if (Ladder.StillSays(today, owed, AgencyId, Rung))
            return null;
        return owed.Agency == new Recipient(Owing) && owed.Receiver == new Recipient(ReceiverId)
            ? "a later day has overtaken it"
            : "its agency has ended";
    }

    public NoticeDelivered Delivered() => new(Id, ObligationId, PlanId, AgencyId, Kind, Rung, Channel);

    public NoticeFailed Failed() => new(Id, ObligationId, PlanId, AgencyId, Kind, Rung, Channel);
}
