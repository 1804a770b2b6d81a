using System.Text;
using Microsoft.Extensions.Primitives;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>A request for a token (RFC 6749, sections 2.3.1 and 4.4.2).</summary>
/// <param name="ClientId">As named.</param>
/// <param name="ClientSecret">As sent.</param>
/// <param name="ByHeader">True when the client used HTTP Basic.</param>
internal sealed record TokenRequest(string ClientId, string ClientSecret, bool ByHeader)
{
    private const string ClientCredentials = "client_credentials";
    private const string Basic = "Basic ";

    /// <summary>The request, or what is wrong with it.</summary>
    public static (TokenRequest? Request, TokenError? Error) Read(IFormCollection form, string? authorization)
    {
        if (form.Any(field => field.Value.Count > 1))
            return (null, TokenError.InvalidRequest("A parameter is repeated."));
        if (StringValues.IsNullOrEmpty(form["grant_type"]))
            return (null, TokenError.InvalidRequest("grant_type is missing."));
        if (form["grant_type"] != ClientCredentials)
            return (null, TokenError.UnsupportedGrantType);
        if (!StringValues.IsNullOrEmpty(form["scope"]))
            return (null, TokenError.InvalidScope);

        return authorization?.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) is true
            ? FromHeader(form, authorization[Basic.Length..])
            : FromForm(form);
    }

    private static (TokenRequest?, TokenError?) FromForm(IFormCollection form) =>
        (string?)form["client_id"] is { Length: > 0 } id && (string?)form["client_secret"] is { } secret
            ? (new(id, secret, ByHeader: false), null)
            : (null, TokenError.InvalidClient(byHeader: false));

    private static (TokenRequest?, TokenError?) FromHeader(IFormCollection form, string encoded)
    {
        if (form.ContainsKey("client_secret"))
            return (null, TokenError.InvalidRequest("The client signs in by header or by form, not by both."));

        Span<byte> bytes = stackalloc byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded.Trim(), bytes, out var length))
            return (null, TokenError.InvalidClient(byHeader: true));

        return Encoding.UTF8.GetString(bytes[..length]).Split(':', 2) is [{ Length: > 0 } id, var secret]
            ? (new(Decode(id), Decode(secret), ByHeader: true), null)
            : (null, TokenError.InvalidClient(byHeader: true));
    }

    private static string Decode(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));
}
