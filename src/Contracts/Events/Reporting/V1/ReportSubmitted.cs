namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>A report was handed to the receiver; until it comes back nothing is owed. The aggregate is the report.</summary>
/// <param name="ReportId">Its resource name is <c>reports/{ReportId}</c>.</param>
/// <param name="ObligationId">The obligation it answers.</param>
/// <param name="ObligationVersion">Version of the obligation after this.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="AgencyId">Whose report it is.</param>
/// <param name="ReceiverId">Who receives it.</param>
/// <param name="Submission">How often it was submitted.</param>
public sealed record ReportSubmitted(
    Guid ReportId,
    Guid ObligationId,
    long ObligationVersion,
    Guid PlanId,
    Guid AgencyId,
    Guid ReceiverId,
    int Submission) : IFact;
