namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Who asks. Taken from a token that was checked; never from anything else a request says.</summary>
/// <param name="Subject">The person or system, claim <c>sub</c>; the actor of audit rows and announcements.</param>
/// <param name="Client">The program it uses, claim <c>client_id</c>.</param>
/// <param name="Agency">The agency it belongs to, claim <c>agency</c>; null for systems of the installation itself.</param>
/// <param name="Roles">Claim <c>roles</c>; words this version does not know are left out.</param>
/// <param name="ActingFor">Agencies it may act for besides its own, claim <c>act_for</c>.</param>
public sealed record Caller(
    string Subject,
    string Client,
    string? Agency,
    IReadOnlySet<Role> Roles,
    IReadOnlyList<string> ActingFor)
{
    /// <summary>Not signed in: what an RPC for anyone sees of a call without a token.</summary>
    public static Caller Nobody { get; } = new("", "", null, new HashSet<Role>(), []);

    /// <summary>True when it holds at least one of the roles.</summary>
    public bool IsAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
                return true;
        }

        return false;
    }
}
