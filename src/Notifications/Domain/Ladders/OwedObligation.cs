namespace SocialPolicy.Notifications.Domain.Ladders;

/// <summary>An obligation that is still owed, as far as reminding goes.</summary>
/// <param name="Agency">Who is told as the one that owes.</param>
/// <param name="Receiver">Who is told as the one that waits for it.</param>
/// <param name="IssuedOn">The day it was issued.</param>
/// <param name="Due">The last day.</param>
/// <param name="Requested">Invited: never overdue, never chased.</param>
/// <param name="OwnContribution">The receiver's own: not reminded.</param>
/// <param name="Returned">How often it was submitted when it came back; 0 when nothing has come back.</param>
/// <param name="MovedOn">The day from which on its last day is another than before; null when it is as issued.</param>
/// <param name="ToldBefore">Its agency was told another day.</param>
public sealed record OwedObligation(
    Recipient Agency,
    Recipient Receiver,
    DateOnly IssuedOn,
    DateOnly Due,
    bool Requested,
    bool OwnContribution,
    int Returned,
    DateOnly? MovedOn = null,
    bool ToldBefore = false)
{
    /// <summary>Nobody is reminded of what it would send to itself, also when it has taken over one side or both.</summary>
    public bool StaysInside => OwnContribution || (Agency.Id == Receiver.Id && Agency.Held is null && Receiver.Held is null);

    /// <summary>The day on which its last day was known.</summary>
    public DateOnly KnownOn => MovedOn ?? IssuedOn;

    /// <summary>
    /// The last day is over and nothing has come. What came back had come: its first submission counts. An agency that has ended is
    /// late with nothing.
    /// </summary>
    public bool IsOverdue(DateOnly today) => !Requested && Returned == 0 && today > Due && Agency.Held is not HoldReason.AgencyEnded;
}
