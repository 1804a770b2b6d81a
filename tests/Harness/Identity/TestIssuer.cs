using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.Harness.Identity;

/// <summary>
/// An issuer for services under test: real HTTP, real keys, and tokens for whomever a test wants to be. Point a service at
/// it with <c>Identity:Authority</c>. Services that name themselves with <c>Identity:ClientId</c> and any secret get tokens too.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    private readonly JsonWebTokenHandler handler = new();
    private readonly WebApplication app;
    private volatile ECDsaSecurityKey key = NewKey();

    private TestIssuer(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Answer);
    }

    /// <summary>The value of <c>Identity:Authority</c>.</summary>
    public string Authority => app.Urls.Single();

    /// <summary>The key that signs now.</summary>
    public ECDsaSecurityKey Key => key;

    /// <summary>Listens on a free port, or on the one given.</summary>
    public static async Task<TestIssuer> Start(int port = 0)
    {
        var issuer = new TestIssuer(port);
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>Forgets the key and publishes another.</summary>
    public void ReplaceKey() => key = NewKey();

    /// <summary>A token of someone whom no agency bounds, good for ten minutes.</summary>
    public string Token(string subject, params IEnumerable<Role> roles) => Sign(Claims(subject, Caller.WholeInstallation, roles));

    /// <summary>A token of someone who belongs to an agency.</summary>
    public string TokenOf(string subject, string? agency, params IEnumerable<Role> roles) => Sign(Claims(subject, agency, roles));

    /// <summary>A token of someone who belongs to an agency, or to none, and may act for others.</summary>
    public string TokenOf(string subject, string? agency, IEnumerable<string> actFor, params IEnumerable<Role> roles)
    {
        var token = Claims(subject, agency, roles);
        token.Claims["act_for"] = actFor.ToArray();
        return Sign(token);
    }

    /// <summary>A token that a test describes itself; without credentials of its own it is signed by this issuer.</summary>
    public string Sign(SecurityTokenDescriptor token)
    {
        token.SigningCredentials ??= new(key, SecurityAlgorithms.EcdsaSha256);
        return handler.CreateToken(token);
    }

    /// <summary>The same without a claim <c>exp</c>.</summary>
    public string SignWithoutEnd(SecurityTokenDescriptor token)
    {
        token.Expires = null;
        token.SigningCredentials ??= new(key, SecurityAlgorithms.EcdsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>What <see cref="Token"/> signs, to be changed by a test that wants it wrong.</summary>
    public SecurityTokenDescriptor Claims(string subject, string? agency, params IEnumerable<Role> roles)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = IdentityOptions.OwnAudience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(10),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject,
                ["client_id"] = "tests",
                ["roles"] = roles.Select(role => role.NameOnWire()).ToArray(),
                ["act_for"] = Array.Empty<string>(),
            },
        };
        if (agency is not null)
            token.Claims["agency"] = agency;
        return token;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static ECDsaSecurityKey NewKey() =>
        new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.CreateVersion7().ToString() };

    private Task Answer(HttpContext context) => context.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => context.Response.WriteAsJsonAsync(
            new { issuer = Authority, jwks_uri = $"{Authority}/.well-known/jwks.json", token_endpoint = $"{Authority}/token" }),
        "/.well-known/jwks.json" => context.Response.WriteAsJsonAsync(new { keys = new[] { PublicKey() } }),
        "/token" => GiveToken(context),
        _ => NotFound(context),
    };

    // Every service gets in: its name stands before the colon of its header.
    private Task GiveToken(HttpContext context)
    {
        var credentials = AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString()).Parameter!;
        var name = Encoding.UTF8.GetString(Convert.FromBase64String(credentials)).Split(':')[0];
        return context.Response.WriteAsJsonAsync(new { access_token = Token(name, Role.Service), token_type = "Bearer", expires_in = 600 });
    }

    private object PublicKey()
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        return new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = jwk.Kid, use = "sig", alg = SecurityAlgorithms.EcdsaSha256 };
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
