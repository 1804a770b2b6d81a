namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>
/// Nothing is owed any more, though nothing was submitted. What an heir owes in the place of an agency that ended is told by
/// <see cref="ObligationsIssued"/>, before or after. The aggregate is the obligation.
/// </summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="ObligationVersion">Its version.</param>
/// <param name="RoundId">Its round.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="AgencyId">Who owed.</param>
/// <param name="Reason">DUTY_DROPPED, PERIOD_NOT_ASKED_FOR, AGENCY_NOT_ASKED, AGENCY_ENDED or SUCCESSION_TAKEN_BACK.</param>
public sealed record ObligationExempted(Guid ObligationId, long ObligationVersion, Guid RoundId, Guid PlanId, Guid AgencyId, string Reason) : IFact;
