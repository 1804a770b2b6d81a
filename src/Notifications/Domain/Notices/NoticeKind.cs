namespace SocialPolicy.Notifications.Domain.Notices;

/// <summary>What a notice is for.</summary>
public enum NoticeKind
{
    /// <summary>The obligation was issued.</summary>
    Issued,

    /// <summary>The last day comes nearer.</summary>
    Upcoming,

    /// <summary>Today is the last day.</summary>
    DueToday,

    /// <summary>The last day is over and nothing has come.</summary>
    Overdue,

    /// <summary>To the receiver: one who reports to it is overdue.</summary>
    Escalation,

    /// <summary>The report came back.</summary>
    Returned,

    /// <summary>The last day is another than it was told.</summary>
    Rescheduled,
}

/// <summary>The way a notice goes.</summary>
public enum Channel
{
    /// <summary>The inbox of the agency's officers on the platform.</summary>
    Inbox,

    /// <summary>Mail to the agency's address.</summary>
    Email,
}

/// <summary>Where a notice stands.</summary>
public enum NoticeState
{
    /// <summary>Waits to be sent.</summary>
    Queued,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>Refused for now.</summary>
    Failed,

    /// <summary>Refused for good, or too often.</summary>
    GivenUp,

    /// <summary>Nothing was owed any more when its turn came.</summary>
    Withdrawn,

    /// <summary>Read and acknowledged by an officer.</summary>
    Acknowledged,
}
