using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>A row of reports.</summary>
internal sealed class ReportRow
{
    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid ObligationId { get; init; }
    public Guid RoundId { get; init; }
    public Guid PlanId { get; init; }
    public Guid AgencyId { get; init; }
    public Guid ReceiverId { get; init; }
    public string Period { get; init; } = "";
    public string State { get; init; } = "";
    public string Number { get; init; } = "";
    public string Signer { get; init; } = "";
    public DateOnly? SignedOn { get; init; }
    public string Results { get; init; } = "";
    public string Difficulties { get; init; } = "";
    public string Proposals { get; init; } = "";
    public bool Nil { get; init; }
    public string Lines { get; init; } = "[]";
    public int SubmissionCount { get; init; }
    public string[] WrittenBy { get; init; } = [];
    public string? ApprovedBy { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    public Report ToReport() => new(
        Id, Version, Words.Read<ReportState>(State), ToContent(), RowJson.Read<PinnedLine[]>(Lines), SubmissionCount, WrittenBy, ToApproval());

    private Approval? ToApproval() => ApprovedBy is null ? null : new(ApprovedBy, ApprovedAt!.Value);

    private ReportContent ToContent() => new()
    {
        Number = Number,
        Signer = Signer,
        SignedOn = SignedOn,
        Results = Results,
        Difficulties = Difficulties,
        Proposals = Proposals,
        Nil = Nil,
    };
}

/// <summary>A row of report_steps.</summary>
internal sealed class StepRow
{
    public string State { get; init; } = "";
    public string Actor { get; init; } = "";
    public Guid AgencyId { get; init; }
    public DateTimeOffset At { get; init; }
    public string? Reason { get; init; }
}
