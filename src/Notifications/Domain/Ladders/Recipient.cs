namespace SocialPolicy.Notifications.Domain.Ladders;

/// <summary>Why a notice is held, though its day has come: stable words.</summary>
public static class HoldReason
{
    /// <summary>The agency is not known yet: the directory comes in a queue of its own.</summary>
    public const string AgencyUnknown = "AGENCY_UNKNOWN";

    /// <summary>The agency is not there, and several took over or nobody did: a person has to say who it is.</summary>
    public const string NoSingleHeir = "NO_SINGLE_HEIR";

    /// <summary>
    /// The agency ended before it had submitted: Reporting exempts it, and the heir is told of the obligation that it gets itself.
    /// </summary>
    public const string AgencyEnded = "AGENCY_ENDED";
}

/// <summary>What the directory says of an agency on a day.</summary>
/// <param name="Known">It knows it.</param>
/// <param name="StandIn">Who stands for it: itself while it is there, else its only heir; null when nobody does.</param>
public sealed record Standing(bool Known, Guid? StandIn);

/// <summary>Who is told, on a day, what concerns an agency of an obligation.</summary>
/// <param name="Id">The agency, or who stands for it; the agency itself when the notice is held.</param>
/// <param name="TakesOver">It is told in the place of another, which has ended.</param>
/// <param name="Held">Why nobody is told: of <see cref="HoldReason"/>; null when somebody is.</param>
public sealed record Recipient(Guid Id, bool TakesOver = false, string? Held = null)
{
    /// <summary>
    /// Who owes. A report that came back is put right by the only heir under the old obligation; what was never submitted is not owed
    /// by the heir under it.
    /// </summary>
    public static Recipient Owing(Guid agency, Standing standing, bool cameBack) => Of(agency, standing) switch
    {
        { TakesOver: true } when !cameBack => new(agency, Held: HoldReason.AgencyEnded),
        { Held: HoldReason.NoSingleHeir } when !cameBack => new(agency, Held: HoldReason.AgencyEnded),
        var recipient => recipient,
    };

    /// <summary>Who receives.</summary>
    public static Recipient Receiving(Guid agency, Standing standing) => Of(agency, standing);

    private static Recipient Of(Guid agency, Standing standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing switch
        {
            { Known: false } => new(agency, Held: HoldReason.AgencyUnknown),
            { StandIn: { } heir } => new(heir, TakesOver: heir != agency),
            _ => new(agency, Held: HoldReason.NoSingleHeir),
        };
    }
}
