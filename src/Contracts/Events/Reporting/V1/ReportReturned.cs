namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>A report came back with a reason and is owed again. The aggregate is the report.</summary>
/// <param name="ReportId">Its resource name is <c>reports/{ReportId}</c>.</param>
/// <param name="ObligationId">The obligation it answers.</param>
/// <param name="ObligationVersion">Version of the obligation after this.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="AgencyId">Whose report it is.</param>
/// <param name="ReceiverId">Who returned it.</param>
/// <param name="Submission">How often it was submitted.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record ReportReturned(
    Guid ReportId,
    Guid ObligationId,
    long ObligationVersion,
    Guid PlanId,
    Guid AgencyId,
    Guid ReceiverId,
    int Submission,
    string Reason) : IFact;
