namespace SocialPolicy.Contracts.Events.Notifications.V1;

/// <summary>The channel took a notice: the mail server, or the inbox. The aggregate is the notice.</summary>
/// <param name="NoticeId">Its resource name is <c>notices/{NoticeId}</c>.</param>
/// <param name="ObligationId">The obligation it is about.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="AgencyId">Whom it is for.</param>
/// <param name="Kind">issued, upcoming, due_today, overdue, escalation or returned.</param>
/// <param name="Rung">The rung of the ladder.</param>
/// <param name="Channel">inbox or email.</param>
public sealed record NoticeDelivered(Guid NoticeId, Guid ObligationId, Guid PlanId, Guid AgencyId, string Kind, string Rung, string Channel) : IFact;
