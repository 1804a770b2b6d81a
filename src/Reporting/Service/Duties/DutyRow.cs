using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Calendar;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Duties;

/// <summary>A row of duties with what its plan says.</summary>
internal sealed class DutyRow
{
    public const string Select = """
        select d.*, p.number as plan_number, p.title as plan_title, p.first_year, p.last_year, p.track_from
        from duties d join plans p on p.id = d.plan_id
        """;

    public Guid Id { get; init; }
    public Guid PlanId { get; init; }
    public int Position { get; init; }
    public string Reporters { get; init; } = "";
    public string Addressees { get; init; } = "";
    public string? Via { get; init; }
    public string Frequency { get; init; } = "";
    public int? DeadlineDay { get; init; }
    public int? DeadlineMonth { get; init; }
    public bool DeadlineInclusive { get; init; }
    public DateOnly? OnceOn { get; init; }
    public string OffDays { get; init; } = "";
    public string? Content { get; init; }
    public DateTimeOffset AdoptedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string[] Findings { get; init; } = [];
    public string? PlanNumber { get; init; }
    public string PlanTitle { get; init; } = "";
    public int? FirstYear { get; init; }
    public int? LastYear { get; init; }
    public DateOnly TrackFrom { get; init; }

    public PlanYears Years => new(FirstYear, LastYear);

    public Duty ToDuty() => new()
    {
        Id = Id,
        PlanId = PlanId,
        Position = Position,
        Reporters = RowJson.Read<Party[]>(Reporters),
        Addressees = RowJson.Read<Party[]>(Addressees),
        Via = Via is null ? null : RowJson.Read<Party>(Via),
        Schedule = new ReportingSchedule(
            Words.Read<Frequency>(Frequency), DeadlineDay, DeadlineMonth, DeadlineInclusive, OnceOn, Words.Read<OffDayRule>(OffDays)),
        Content = Content,
        Ended = EndedAt is not null,
    };
}
