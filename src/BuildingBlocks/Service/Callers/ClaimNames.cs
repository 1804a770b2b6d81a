namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>
/// What the issuer calls the claims that say who calls; configuration section <c>Identity:Claims</c>. A name may lead into an object:
/// <c>realm_access.roles</c>.
/// </summary>
public sealed class ClaimNames
{
    /// <summary>The person or system.</summary>
    public string Subject { get; set; } = "sub";

    /// <summary>The program; <c>azp</c> where a token has none.</summary>
    public string Client { get; set; } = "client_id";

    /// <summary>A word or a list of words.</summary>
    public string Roles { get; set; } = "roles";

    /// <summary>The code of the agency, or <c>*</c>.</summary>
    public string Agency { get; set; } = "agency";

    /// <summary>A code or a list of codes.</summary>
    public string ActFor { get; set; } = "act_for";
}
