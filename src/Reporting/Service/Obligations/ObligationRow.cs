using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.Service.Obligations;

/// <summary>A row of obligations; names and the reason of the day are there when it was selected with <see cref="Select"/>.</summary>
internal sealed class ObligationRow
{
    public const string Select = """
        select o.*, coalesce(a.name, '') as agency_name, coalesce(b.name, '') as receiver_name, r.due_rule, r.due_why, r.due_why_vi
        from obligations o join rounds r on r.id = o.round_id
            left join directory_agencies a on a.id = o.agency_id
            left join directory_agencies b on b.id = o.receiver_id
        """;

    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid RoundId { get; init; }
    public Guid DutyId { get; init; }
    public Guid PlanId { get; init; }
    public Guid AgencyId { get; init; }
    public string AgencyName { get; init; } = "";
    public Guid ReceiverId { get; init; }
    public string ReceiverName { get; init; } = "";
    public string Period { get; init; } = "";
    public DateOnly Due { get; init; }
    public string DueRule { get; init; } = "";
    public string DueWhy { get; init; } = "";
    public string DueWhyVi { get; init; } = "";
    public DateOnly LateAfter { get; init; }
    public bool Requested { get; init; }
    public bool OwnContribution { get; init; }
    public string State { get; init; } = "";
    public DateOnly? SubmittedOn { get; init; }
    public Guid? ReportId { get; init; }
    public DateTimeOffset? SettledAt { get; init; }
    public DateTimeOffset? ExemptedAt { get; init; }
    public string? ExemptReason { get; init; }
    public DateTimeOffset IssuedAt { get; init; }
    public Guid[] InPlaceOf { get; init; } = [];

    public Obligation ToObligation() => new()
    {
        Id = Id,
        Version = Version,
        RoundId = RoundId,
        PlanId = PlanId,
        AgencyId = AgencyId,
        ReceiverId = ReceiverId,
        Due = Due,
        LateAfter = LateAfter,
        Requested = Requested,
        OwnContribution = OwnContribution,
        State = Words.Read<ObligationState>(State),
        SubmittedOn = SubmittedOn,
        ReportId = ReportId,
        SettledAt = SettledAt,
        ExemptedAt = ExemptedAt,
        ExemptReason = ExemptReason,
        InPlaceOf = InPlaceOf,
    };
}

/// <summary>A row of obligation_turns.</summary>
internal sealed class TurnRow
{
    public string State { get; init; } = "";
    public string? Reason { get; init; }
    public DateOnly Due { get; init; }
    public Guid ReceiverId { get; init; }
    public DateTimeOffset At { get; init; }
}
