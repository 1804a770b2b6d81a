namespace SocialPolicy.Contracts.Events.Reporting.V1;

/// <summary>
/// An obligation has another day, or another receiver: an amendment changed the duty before anything was submitted, or the receiver
/// ended and another receives in its place, also what was submitted already. Also told of an obligation that was exempted and is owed
/// again. The aggregate is the obligation.
/// </summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="ObligationVersion">Its version.</param>
/// <param name="RoundId">Its round.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="AgencyId">Who owes.</param>
/// <param name="ReceiverId">Who receives from now on.</param>
/// <param name="OwnContribution">True when that is who owes.</param>
/// <param name="DueBefore">The last safe day until now.</param>
/// <param name="Due">The last safe day from now on.</param>
/// <param name="DueExplanation">Why that day, in Vietnamese.</param>
/// <param name="State">Where it stands: owed, submitted or returned.</param>
public sealed record ObligationRescheduled(
    Guid ObligationId,
    long ObligationVersion,
    Guid RoundId,
    Guid PlanId,
    Guid AgencyId,
    Guid ReceiverId,
    bool OwnContribution,
    DateOnly DueBefore,
    DateOnly Due,
    string DueExplanation,
    string State = "owed") : IFact;
