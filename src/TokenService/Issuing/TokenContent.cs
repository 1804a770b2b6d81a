using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using SocialPolicy.Accounts.Clients;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.TokenService.Officers;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>What tokens say of a caller, as the services read it.</summary>
internal static class TokenContent
{
    /// <summary>The audience of the platform's tokens.</summary>
    public const string Audience = "socialpolicy";

    /// <summary>The session of an officer; in ID tokens, codes and refresh tokens.</summary>
    public const string SessionId = "sid";

    /// <summary>Which code or refresh token of the session this is; in these two only.</summary>
    public const string Turn = "turn";

    public static ClaimsPrincipal Of(Client client) => Of(client.ClientId, client.Roles, client.Agency, client.ActFor);

    public static ClaimsPrincipal Of(Officer officer, string sessionId, Session session, IEnumerable<string> scopes)
    {
        var principal = Of(officer.Name, officer.Roles, officer.Agency, officer.ActFor);
        principal.SetClaim(SessionId, sessionId).SetClaim(Turn, session.Turn).SetClaim(Claims.AuthenticationTime, session.Began.ToUnixTimeSeconds());
        ((ClaimsIdentity)principal.Identity!).AddClaim(List(Claims.AuthenticationMethodReference, session.Methods));
        principal.SetScopes(scopes);
        principal.SetDestinations(Destinations);
        return principal;
    }

    private static ClaimsPrincipal Of(string subject, IReadOnlyList<string> roles, string? agency, IReadOnlyList<string>? actFor)
    {
        var identity = new ClaimsIdentity("socialpolicy", Claims.Subject, "roles");
        identity.SetClaim(Claims.Subject, subject);
        identity.AddClaim(List("roles", roles));
        identity.AddClaim(List("act_for", actFor ?? []));
        if (agency is not null)
            identity.SetClaim("agency", agency);
        identity.SetResources(Audience);
        identity.SetDestinations(Destinations);
        return new(identity);
    }

    // A list is a list in the token too, of one or of none.
    private static Claim List(string type, IReadOnlyList<string> values) => new(type, JsonSerializer.Serialize(values), JsonClaimValueTypes.JsonArray);

    // Who reads an ID token is the program, which wants to know whom it serves; what counts at a service stands in the access token alone.
    private static IEnumerable<string> Destinations(Claim claim) => claim.Type switch
    {
        SessionId => [OpenIddictConstants.Destinations.IdentityToken],
        Turn => [],
        "agency" or "roles" or Claims.AuthenticationTime or Claims.AuthenticationMethodReference => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
        _ => [OpenIddictConstants.Destinations.AccessToken],
    };
}
