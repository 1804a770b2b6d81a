using System.Text.Json.Serialization;

namespace SocialPolicy.Accounts.Officers;

/// <summary>A person who signs in with a name and a password, and what the tokens say of that person.</summary>
/// <param name="Name">The subject of tokens and of the audit: <c>nguyen.van.a</c>.</param>
/// <param name="Password">Hashed.</param>
/// <param name="Roles">As the platform spells them.</param>
/// <param name="Agency">Code of the agency the officer belongs to; <c>*</c> for the whole installation; null for none.</param>
/// <param name="ActFor">Codes of further agencies the officer may act for.</param>
/// <param name="Disabled">Let in no more.</param>
/// <param name="MustChange">The password is known to who set it: the officer signs in with another one.</param>
public sealed record Officer(
    string Name,
    HashedSecret Password,
    IReadOnlyList<string> Roles,
    string? Agency = null,
    IReadOnlyList<string>? ActFor = null,
    bool Disabled = false,
    bool MustChange = false)
{
    /// <summary>Another one for every password that was set: what was begun with one ends with it.</summary>
    [JsonIgnore]
    public string PasswordMark => Password.Salt;
}

/// <summary>The content of <c>officers.json</c>.</summary>
public sealed record OfficerFile(IReadOnlyList<Officer> Officers);
