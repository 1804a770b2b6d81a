namespace SocialPolicy.Accounts.Clients;

/// <summary>A program that may ask for tokens, and what its tokens say.</summary>
/// <param name="ClientId">Its name.</param>
/// <param name="Secret">Hashed.</param>
/// <param name="Roles">As the platform spells them: <c>focal_officer</c>.</param>
/// <param name="Agency">The agency it belongs to; <c>*</c> for who belongs to the whole installation; null for none, whose roles reach nothing of an agency.</param>
/// <param name="ActFor">Agencies it may act for.</param>
/// <param name="Sandbox">Let in by a sandbox only.</param>
public sealed record Client(
    string ClientId,
    HashedSecret Secret,
    IReadOnlyList<string> Roles,
    string? Agency = null,
    IReadOnlyList<string>? ActFor = null,
    bool Sandbox = false);

/// <summary>The content of <c>clients.json</c>.</summary>
public sealed record ClientFile(IReadOnlyList<Client> Clients);
