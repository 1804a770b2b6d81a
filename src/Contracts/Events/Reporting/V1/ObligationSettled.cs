namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>Nothing is owed any more for an obligation. The aggregate is the obligation.</summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="ObligationVersion">Its version.</param>
/// <param name="RoundId">Its round.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="AgencyId">Who owed.</param>
/// <param name="ReportId">The report that settled it.</param>
/// <param name="OnTime">Whether its first submission was in time.</param>
public sealed record ObligationSettled(Guid ObligationId, long ObligationVersion, Guid RoundId, Guid PlanId, Guid AgencyId, Guid ReportId, bool OnTime) : IFact;
