using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Clients;
using SocialPolicy.TokenService.Clients;
using SocialPolicy.TokenService.Keys;

namespace SocialPolicy.TokenService.Issuing;

/// <summary><c>POST /token</c>: client credentials for an access token (RFC 6749, section 4.4; RFC 9068).</summary>
internal sealed partial class TokenEndpoint(
    ClientRegister register,
    KeyRing keys,
    RequestLimits limits,
    Authority authority,
    TimeProvider clock,
    IOptions<TokenOptions> options,
    ILogger<TokenEndpoint> logger)
{
    /// <summary>The audience of the platform's tokens.</summary>
    public const string Audience = "socialpolicy";

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<IResult> Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Pragma = "no-cache";

        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (limits.Wait(address) is { } pause)
            return TokenError.TooMany(pause);
        if (!context.Request.HasFormContentType)
            return TokenError.InvalidRequest("The body is application/x-www-form-urlencoded.");

        var (request, error) = await Read(context);
        return error ?? Answer(request!, address);
    }

    private static async Task<(TokenRequest?, TokenError?)> Read(HttpContext context)
    {
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return TokenRequest.Read(form, context.Request.Headers.Authorization);
        }
        catch (InvalidDataException)
        {
            return (null, TokenError.InvalidRequest("The form cannot be read."));
        }
        catch (BadHttpRequestException)
        {
            return (null, TokenError.InvalidRequest("The form cannot be read."));
        }
    }

    private IResult Answer(TokenRequest request, string address)
    {
        if (limits.Wait(request.ClientId, address) is { } pause)
            return TokenError.TooMany(pause);

        if (register.Find(request.ClientId, request.ClientSecret) is not { } client)
        {
            Refused(address);
            return TokenError.InvalidClient(request.ByHeader);
        }

        Issued(client.ClientId);
        return Results.Json(new IssuedToken(Sign(client), "Bearer", (int)options.Value.Lifetime.TotalSeconds), PrivateFolder.Json);
    }

    private string Sign(Client client)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = client.ClientId,
            [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7().ToString(),
            ["client_id"] = client.ClientId,
            ["roles"] = client.Roles,
            ["act_for"] = client.ActFor ?? [],
        };
        if (client.Agency is not null)
            claims["agency"] = client.Agency;

        return handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = authority.Address,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + options.Value.Lifetime,
            Claims = claims,
            SigningCredentials = keys.Current.Credentials,
        });
    }

    private sealed record IssuedToken(string AccessToken, string TokenType, int ExpiresIn);

    [LoggerMessage(Level = LogLevel.Information, Message = "Issued a token to {ClientId}")]
    private partial void Issued(string clientId);

    // The name a stranger gives is not logged: it may be a secret in the wrong field.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a client from {Address}")]
    private partial void Refused(string address);
}
