using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.DirectoryCopy.Agencies;
using SocialPolicy.Reporting.Domain.Reports;
using SocialPolicy.Reporting.Service.Storage;

namespace SocialPolicy.Reporting.Service.Reports;

/// <summary>Reports in the words of the contract, and what an officer wrote back.</summary>
internal static class ReportMapping
{
    private static readonly WirePairs<ReportState, V1.Report.Types.State> States = new(
        (ReportState.Draft, V1.Report.Types.State.Draft),
        (ReportState.Submitted, V1.Report.Types.State.Submitted),
        (ReportState.Returned, V1.Report.Types.State.Returned),
        (ReportState.Accepted, V1.Report.Types.State.Accepted),
        (ReportState.Approved, V1.Report.Types.State.Approved));

    /// <summary>Without table and steps.</summary>
    public static V1.Report ToContract(this ReportRow row) => new()
    {
        Name = Names.Report.Of(row.Id),
        Etag = Etag.Of(row.Version),
        Obligation = Names.Obligation.Of(row.ObligationId),
        Plan = Names.Plan.Of(row.PlanId),
        Agency = AgencyNames.Pattern.Of(row.AgencyId),
        Receiver = AgencyNames.Pattern.Of(row.ReceiverId),
        Period = row.Period,
        State = ToContract(row.State),
        Number = row.Number,
        Signer = row.Signer,
        SignedOn = row.SignedOn?.ToContract(),
        Results = row.Results,
        Difficulties = row.Difficulties,
        Proposals = row.Proposals,
        Nil = row.Nil,
        SubmissionCount = row.SubmissionCount,
        Preparer = row.WrittenBy[^1],
        Approver = row.ApprovedBy ?? "",
        ApproveTime = row.ApprovedAt?.ToTimestamp(),
        CreateTime = row.CreatedAt.ToTimestamp(),
        UpdateTime = row.UpdatedAt.ToTimestamp(),
    };

    /// <summary>Whole.</summary>
    public static V1.Report ToContract(this ReportRow row, IEnumerable<StepRow> steps)
    {
        var report = row.ToContract();
        report.Lines.AddRange(RowJson.Read<PinnedLine[]>(row.Lines).Select(line => line.ToContract()));
        report.Steps.AddRange(steps.Select(ToContract));
        return report;
    }

    /// <summary>What an officer wrote. Throws DATE_INVALID.</summary>
    public static ReportContent ToContent(this V1.Report report) => new()
    {
        Number = report.Number,
        Signer = report.Signer,
        SignedOn = report.SignedOn.ToDay("report.signed_on"),
        Results = report.Results,
        Difficulties = report.Difficulties,
        Proposals = report.Proposals,
        Nil = report.Nil,
    };

    /// <summary>Null for UNSPECIFIED; VALUE_UNKNOWN for a value of a later contract.</summary>
    public static ReportState? ToDomain(this V1.Report.Types.State state, string field) => States.From(state, field);

    private static V1.Report.Types.State ToContract(string state) => States.Of(Words.Read<ReportState>(state));

    private static V1.ReportStep ToContract(StepRow step) => new()
    {
        State = ToContract(step.State),
        Actor = step.Actor,
        Agency = AgencyNames.Pattern.Of(step.AgencyId),
        Time = step.At.ToTimestamp(),
        Reason = step.Reason ?? "",
    };
}
