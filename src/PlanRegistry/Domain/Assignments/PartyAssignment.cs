using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Domain.Assignments;

/// <summary>Where a name stands in a plan.</summary>
/// <param name="DutyId">Null for the issuer.</param>
/// <param name="Role">What the name is.</param>
/// <param name="Position">Which of the names in that role, from 1.</param>
public sealed record PartyPlace(Guid? DutyId, PartyRole Role, int Position)
{
    /// <summary>The one issuer of a plan.</summary>
    public static PartyPlace OfIssuer { get; } = new(null, PartyRole.Issuer, 1);
}

/// <summary>Whom a name means from a day on, as a person said it. One of agency and group is there.</summary>
/// <param name="Id">A UUIDv7.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="Place">Where the name stands.</param>
/// <param name="Text">The name as written.</param>
/// <param name="AgencyId">The agency meant.</param>
/// <param name="Group">The group meant.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Remembered">Whether the agency is called so from now on.</param>
public sealed record PartyAssignment(
    Guid Id, Guid PlanId, PartyPlace Place, string Text, Guid? AgencyId, AgencyGroup? Group, DateOnly ValidFrom, string Reason, bool Remembered)
{
    /// <summary>Whom the name means by this.</summary>
    public Party Party => new(Text, AgencyId, Group);

    /// <summary>
    /// The one that counts of a name on a day: which begins last, of those that begin on the same day which was said last. A name that
    /// was corrected since is another name.
    /// </summary>
    /// <param name="said">In the order they were said.</param>
    /// <param name="place">Where the name stands.</param>
    /// <param name="text">The name as it is now.</param>
    /// <param name="on">The day.</param>
    public static PartyAssignment? That(IEnumerable<PartyAssignment> said, PartyPlace place, string text, DateOnly on) => said
        .Where(one => one.Place == place && one.Text == text && one.ValidFrom <= on)
        .OrderBy(one => one.ValidFrom)
        .LastOrDefault();
}
