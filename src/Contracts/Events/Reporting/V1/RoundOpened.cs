namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>A round of a duty is open. The aggregate is the round.</summary>
/// <param name="RoundId">Its resource name is <c>rounds/{RoundId}</c>.</param>
/// <param name="DutyId">The duty.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="Period">"2024", "2024-H1", "2024-Q3" or "2024-11".</param>
/// <param name="Due">The last safe day.</param>
/// <param name="Cutoff">The last day whose data count.</param>
/// <param name="Estimate">True when it is due before its period closes.</param>
/// <param name="LetterNumber">The letter that asks for it, null for a round by the duty's own date.</param>
/// <param name="ReceiverId">The agency that receives.</param>
public sealed record RoundOpened(
    Guid RoundId,
    Guid DutyId,
    Guid PlanId,
    string Period,
    DateOnly Due,
    DateOnly Cutoff,
    bool Estimate,
    string? LetterNumber,
    Guid ReceiverId) : IFact;
