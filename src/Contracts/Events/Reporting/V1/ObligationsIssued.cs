namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>Agencies owe a report for a round. The aggregate is the round; a large round is told in several parts, versions 1, 2, 3.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="DutyId">The duty.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanNumber">The plan's number as printed, null when it carries none.</param>
/// <param name="PlanTitle">The plan's title.</param>
/// <param name="Content">What is reported, as the plan says it; null when it does not.</param>
/// <param name="Period">The period reported on.</param>
/// <param name="Due">The last safe day.</param>
/// <param name="DueExplanation">Why that day, in Vietnamese.</param>
/// <param name="LetterNumber">The letter that asks for it, null for a round by the duty's own date.</param>
/// <param name="ReceiverId">The agency that receives.</param>
/// <param name="Obligations">At most 500.</param>
public sealed record ObligationsIssued(
    Guid RoundId,
    Guid DutyId,
    Guid PlanId,
    string? PlanNumber,
    string PlanTitle,
    string? Content,
    string Period,
    DateOnly Due,
    string DueExplanation,
    string? LetterNumber,
    Guid ReceiverId,
    IReadOnlyList<IssuedObligation> Obligations) : IFact;

/// <summary>What one agency owes.</summary>
/// <param name="ObligationId">Its resource name is <c>obligations/{ObligationId}</c>.</param>
/// <param name="ObligationVersion">Version of the obligation: what has a greater one is newer.</param>
/// <param name="AgencyId">Who owes.</param>
/// <param name="Requested">True when it is invited: never overdue, never chased.</param>
/// <param name="OwnContribution">True when it is the receiver's own: not reminded.</param>
public sealed record IssuedObligation(Guid ObligationId, long ObligationVersion, Guid AgencyId, bool Requested, bool OwnContribution);
