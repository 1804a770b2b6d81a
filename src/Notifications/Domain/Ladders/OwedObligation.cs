namespace SocialPolicy.Notifications.Domain.Ladders;

/// <summary>An obligation that is still owed, as far as reminding goes.</summary>
/// <param name="AgencyId">Who owes.</param>
/// <param name="ReceiverId">Who waits for it.</param>
/// <param name="IssuedOn">The day it was issued.</param>
/// <param name="Due">The last day.</param>
/// <param name="Requested">Invited: never overdue, never chased.</param>
/// <param name="OwnContribution">The receiver's own: not reminded.</param>
/// <param name="Returned">How often it was submitted when it came back; 0 when nothing has come back.</param>
/// <param name="MovedOn">The day from which on its last day is another than before; null when it is as issued.</param>
/// <param name="ToldBefore">Its agency was told another day.</param>
public sealed record OwedObligation(
    Guid AgencyId,
    Guid ReceiverId,
    DateOnly IssuedOn,
    DateOnly Due,
    bool Requested,
    bool OwnContribution,
    int Returned,
    DateOnly? MovedOn = null,
    bool ToldBefore = false)
{
    /// <summary>The day on which its last day was known.</summary>
    public DateOnly KnownOn => MovedOn ?? IssuedOn;

    /// <summary>The last day is over and nothing has come. What came back had come: its first submission counts.</summary>
    public bool IsOverdue(DateOnly today) => !Requested && Returned == 0 && today > Due;
}
