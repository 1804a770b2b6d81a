namespace SocialPolicy.BuildingBlocks.Service.Retention;

/// <summary>
/// How long something is kept that may be removed. History is none of it: published content, what was signed and the audit stay.
/// The setting <c>Retention:NAME</c> says another number of days.
/// </summary>
/// <param name="Name">Of the setting, unique in the service: <c>RequestIds</c>.</param>
/// <param name="What">What is removed, and when, one sentence.</param>
/// <param name="Days">The default.</param>
/// <param name="Least">Fewer days would break a promise.</param>
/// <param name="Most">More would not be kept by purpose.</param>
public sealed record RetentionRule(string Name, string What, int Days, int Least, int Most)
{
    /// <summary>Published announcements; a restore sends them again, so a backup must not be older than this to be sure of every listener.</summary>
    internal static readonly RetentionRule Announcements = new(
        nameof(Announcements), "Announcements that went out, from the day they were recorded: they are sent again after a restore.", 30, 7, 3650);

    /// <summary>Ids in the inbox.</summary>
    internal static readonly RetentionRule HeardAnnouncements = new(
        nameof(HeardAnnouncements), "Ids of announcements that were heard, from the day they were handled: until then a repeat is known.", 37, 14, 3660);

    /// <summary>Request ids and the first answers to them.</summary>
    internal static readonly RetentionRule RequestIds = new(
        nameof(RequestIds), "Request ids with their answers, from the day they came in: until then a repeat gets the same answer.", 7, 7, 90);

    /// <summary>How many days longer an announcement is known than it can be sent again.</summary>
    internal const int Margin = 7;
}

/// <summary>A rule and what this installation says.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Days">In force.</param>
public sealed record Kept(RetentionRule Rule, int Days)
{
    public TimeSpan Age => TimeSpan.FromDays(Days);
}
