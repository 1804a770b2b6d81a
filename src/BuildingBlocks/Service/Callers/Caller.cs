namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>Who asks. Taken from a token that was checked; never from anything else a request says.</summary>
/// <param name="Subject">The person or system, claim <c>sub</c>; the actor of audit rows and announcements.</param>
/// <param name="Client">The program it uses, claim <c>client_id</c>.</param>
/// <param name="Agency">
/// Code of the agency it belongs to, claim <c>agency</c>; <see cref="WholeInstallation"/> for who belongs to all of it; null for none, which
/// reaches nothing.
/// </param>
/// <param name="Roles">Claim <c>roles</c>; words this version does not know are left out.</param>
/// <param name="ActingFor">Agencies it may act for besides its own, claim <c>act_for</c>.</param>
public sealed record Caller(
    string Subject,
    string Client,
    string? Agency,
    IReadOnlySet<Role> Roles,
    IReadOnlyList<string> ActingFor)
{
    /// <summary>The claim <c>agency</c> of callers whom no agency bounds.</summary>
    public const string WholeInstallation = "*";

    /// <summary>Not signed in: what an RPC for anyone sees of a call without a token.</summary>
    public static Caller Nobody { get; } = new("", "", null, new HashSet<Role>(), []);

    /// <summary>True when no agency bounds its roles: it runs the installation, is a part of it, or was made for all of it.</summary>
    public bool IsUnbounded => Agency is WholeInstallation || IsAny(Role.Administrator, Role.Service);

    /// <summary>Codes of the agencies it acts for: its own and those it is listed for.</summary>
    public IReadOnlyList<string> Agencies => Agency is null or WholeInstallation ? ActingFor : [Agency, .. ActingFor];

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
