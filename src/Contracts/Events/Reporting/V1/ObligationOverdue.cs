namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>The last day of an obligation is over and it is still owed. Told once for each obligation. The aggregate is the obligation.</summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="ObligationVersion">Its version.</param>
/// <param name="RoundId">Its round.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="AgencyId">Who owes.</param>
/// <param name="ReceiverId">Who waits for it.</param>
/// <param name="Due">The last day.</param>
public sealed record ObligationOverdue(Guid ObligationId, long ObligationVersion, Guid RoundId, Guid PlanId, Guid AgencyId, Guid ReceiverId, DateOnly Due) : IFact;
