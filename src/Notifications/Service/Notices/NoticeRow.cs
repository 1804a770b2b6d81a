using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Notifications.Domain.Notices;
using SocialPolicy.Notifications.Service.Sweeping;

namespace SocialPolicy.Notifications.Service.Notices;

/// <summary>A row of notices, with the name of its agency.</summary>
internal sealed class NoticeRow
{
    public const string Columns = """
        n.id, n.obligation_id, n.plan_id, n.agency_id, n.kind, n.rung, n.channel, n.state, n.subject, n.body, n.due, n.late, n.address, n.attempts,
        n.answer, n.created_at, n.sent_at, n.acknowledged_at, (select name from directory_agencies a where a.id = n.agency_id) as agency_name
        """;

    public Guid Id { get; init; }
    public Guid ObligationId { get; init; }
    public Guid PlanId { get; init; }
    public Guid AgencyId { get; init; }
    public string? AgencyName { get; init; }
    public string Kind { get; init; } = "";
    public string Rung { get; init; } = "";
    public string Channel { get; init; } = "";
    public string State { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Body { get; init; } = "";
    public DateOnly Due { get; init; }
    public bool Late { get; init; }
    public string? Address { get; init; }
    public int Attempts { get; init; }
    public string? Answer { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
}

/// <summary>Notices in the words of the contract.</summary>
internal static class NoticeMapping
{
    private static readonly WirePairs<NoticeKind, V1.Notice.Types.Kind> Kinds = new(
        (NoticeKind.Issued, V1.Notice.Types.Kind.Issued),
        (NoticeKind.Upcoming, V1.Notice.Types.Kind.Upcoming),
        (NoticeKind.DueToday, V1.Notice.Types.Kind.DueToday),
        (NoticeKind.Overdue, V1.Notice.Types.Kind.Overdue),
        (NoticeKind.Escalation, V1.Notice.Types.Kind.Escalation),
        (NoticeKind.Returned, V1.Notice.Types.Kind.Returned),
        (NoticeKind.Rescheduled, V1.Notice.Types.Kind.Rescheduled));

    private static readonly WirePairs<Channel, V1.Notice.Types.Channel> Channels = new(
        (Channel.Inbox, V1.Notice.Types.Channel.Inbox),
        (Channel.Email, V1.Notice.Types.Channel.Email));

    private static readonly WirePairs<NoticeState, V1.Notice.Types.State> States = new(
        (NoticeState.Queued, V1.Notice.Types.State.Queued),
        (NoticeState.Sent, V1.Notice.Types.State.Sent),
        (NoticeState.Failed, V1.Notice.Types.State.Failed),
        (NoticeState.GivenUp, V1.Notice.Types.State.GivenUp),
        (NoticeState.Withdrawn, V1.Notice.Types.State.Withdrawn),
        (NoticeState.Acknowledged, V1.Notice.Types.State.Acknowledged));

    /// <summary>The word of a state; null for the contract's zero.</summary>
    public static string? ToWord(this V1.Notice.Types.State state, string field) => States.From(state, field) is { } known ? Words.Of(known) : null;

    public static V1.Notice ToContract(this NoticeRow row) => new()
    {
        Name = NoticeService.NoticeName.Of(row.Id),
        Obligation = NoticeService.ObligationName.Of(row.ObligationId),
        Plan = NoticeService.PlanName.Of(row.PlanId),
        Agency = AgencyNames.Pattern.Of(row.AgencyId),
        AgencyDisplayName = row.AgencyName ?? "",
        Kind = Kinds.Of(Words.Read<NoticeKind>(row.Kind)),
        Rung = row.Rung,
        Channel = Channels.Of(Words.Read<Channel>(row.Channel)),
        State = States.Of(Words.Read<NoticeState>(row.State)),
        Address = row.Address ?? "",
        Subject = row.Subject,
        Body = row.Body,
        Due = row.Due.ToContract(),
        Late = row.Late,
        Attempts = row.Attempts,
        Answer = row.Answer ?? "",
        CreateTime = row.CreatedAt.ToTimestamp(),
        SendTime = row.SentAt?.ToTimestamp(),
        AcknowledgeTime = row.AcknowledgedAt?.ToTimestamp(),
    };

    public static V1.Notice ToContract(this NewNotice notice) => new()
    {
        Obligation = NoticeService.ObligationName.Of(notice.ObligationId),
        Plan = NoticeService.PlanName.Of(notice.PlanId),
        Agency = AgencyNames.Pattern.Of(notice.AgencyId),
        AgencyDisplayName = notice.AgencyName,
        Kind = Kinds.Of(notice.Kind),
        Rung = notice.Rung,
        Channel = Channels.Of(notice.Channel),
        Subject = notice.Subject,
        Body = notice.Body,
        Due = notice.Due.ToContract(),
        Late = notice.Late,
    };

    public static V1.HeldNotice ToContract(this HeldNotice held) => new()
    {
        Obligation = NoticeService.ObligationName.Of(held.ObligationId),
        Plan = NoticeService.PlanName.Of(held.PlanId),
        Agency = AgencyNames.Pattern.Of(held.AgencyId),
        AgencyDisplayName = held.AgencyName,
        Kind = Kinds.Of(held.Kind),
        Rung = held.Rung,
        Due = held.Due.ToContract(),
        HoldReason = held.Reason,
    };
}
