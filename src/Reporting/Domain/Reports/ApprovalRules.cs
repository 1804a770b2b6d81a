using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Reporting.Domain.Reports;

/// <summary>A report is approved once, until it is changed.</summary>
public sealed record ApprovedReportsStayApproved(ReportState State) : IRule
{
    public bool IsBroken => State is ReportState.Approved;
    public string Reason => "REPORT_ALREADY_APPROVED";
    public string Message => "The report is approved already; it waits to be submitted, or to be changed.";
}

/// <summary>Where the installation asks for it, only an approved report is submitted.</summary>
public sealed record ReportsAreApprovedFirst(ReportState State, ApprovalNeeded Needed) : IRule
{
    public bool IsBroken => Needed is not ApprovalNeeded.None && State is not ReportState.Approved;
    public string Reason => "REPORT_NOT_APPROVED";
    public string Message => "A report is submitted after an approver of its agency has approved it; whoever changes it after that asks for it anew.";
}

/// <summary>Where the installation asks for two persons, a report is approved by one who wrote nothing of it. Who wrote stays so, whoever writes on.</summary>
/// <param name="Writers">Their subjects.</param>
/// <param name="Approver">The subject of who approves, or approved; null when nobody has.</param>
/// <param name="Needed">What the installation asks for.</param>
public sealed record ReportsAreApprovedByAnother(IReadOnlyList<string> Writers, string? Approver, ApprovalNeeded Needed) : IRule
{
    public bool IsBroken => Needed is ApprovalNeeded.ByAnother && Approver is not null && Writers.Contains(Approver, StringComparer.Ordinal);
    public string Reason => "APPROVER_WROTE_IT";
    public string Message => $"{Approver} wrote on this report; it is approved by an approver who did not.";
}
