using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Calendar;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>A row of rounds; the counts are there when it was selected with <see cref="Select"/>.</summary>
internal sealed class RoundRow
{
    /// <summary>Counts what the agencies of the parameter <c>seen</c> owe or receive, null: all; and needs <c>today</c>.</summary>
    public const string Select = """
        select r.*, c.* from rounds r cross join lateral (
            select (count(*) filter (where state <> 'exempted'))::int as total,
                (count(*) filter (where state in ('owed', 'returned')))::int as owed,
                (count(*) filter (where state = 'submitted'))::int as submitted,
                (count(*) filter (where state = 'settled' and submitted_on <= late_after))::int as on_time,
                (count(*) filter (where state = 'settled' and submitted_on > late_after))::int as late,
                (count(*) filter (where state = 'owed' and late_after < @today and not requested and not own_contribution))::int as overdue
            from obligations where round_id = r.id and (@seen::uuid[] is null or agency_id = any(@seen) or receiver_id = any(@seen))) c
        """;

    public Guid Id { get; init; }
    public Guid DutyId { get; init; }
    public Guid PlanId { get; init; }
    public string Kind { get; init; } = "";
    public string Period { get; init; } = "";
    public DateOnly Due { get; init; }
    public string DueRule { get; init; } = "";
    public string DueWhy { get; init; } = "";
    public string DueWhyVi { get; init; } = "";
    public DateOnly LateAfter { get; init; }
    public DateOnly Cutoff { get; init; }
    public string CutoffRule { get; init; } = "";
    public string CutoffWhy { get; init; } = "";
    public string CutoffWhyVi { get; init; } = "";
    public bool Estimate { get; init; }
    public bool History { get; init; }
    public string? LetterNumber { get; init; }
    public Guid? ReceiverId { get; init; }
    public DateOnly OpenedOn { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public int Total { get; init; }
    public int Owed { get; init; }
    public int Submitted { get; init; }
    public int OnTime { get; init; }
    public int Late { get; init; }
    public int Overdue { get; init; }

    public Round ToRound() => new()
    {
        Id = Id,
        DutyId = DutyId,
        PlanId = PlanId,
        Kind = Words.Read<RoundKind>(Kind),
        Period = ReportingPeriod.TryParse(Period, out var period) ? period : throw new InvalidDataException($"{Period} is no period."),
        Due = new(Due, new(DueRule, DueWhy, DueWhyVi)),
        LateAfter = LateAfter,
        CutOff = new(Cutoff, new(CutoffRule, CutoffWhy, CutoffWhyVi)),
        Estimate = Estimate,
        History = History,
        LetterNumber = LetterNumber,
        ReceiverId = ReceiverId,
        OpenedOn = OpenedOn,
    };
}
