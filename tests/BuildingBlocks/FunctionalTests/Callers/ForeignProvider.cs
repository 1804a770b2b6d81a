using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Callers;

/// <summary>
/// A provider that knows nothing of the platform: its issuer has a path and a slash at its end, its keys are elliptic and RSA, its claims have
/// its own names. Discovery and keys over a socket.
/// </summary>
internal sealed class ForeignProvider : IAsyncDisposable
{
    private readonly JsonWebTokenHandler handler = new();
    private readonly WebApplication app;

    private ForeignProvider()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Answer);
    }

    public ECDsaSecurityKey Elliptic { get; private set; } = NewElliptic();

    public RsaSecurityKey Rsa { get; } = new(RSA.Create(2048)) { KeyId = "rsa-1" };

    public string Issuer => $"{app.Urls.Single()}/realms/so/";

    /// <summary>What its discovery document says of itself.</summary>
    public string? CallsItself { get; set; }

    public static async Task<ForeignProvider> Start()
    {
        var provider = new ForeignProvider();
        await provider.app.StartAsync();
        return provider;
    }

    public void Rotate() => Elliptic = NewElliptic();

    public string Token(SecurityKey? key = null, string audience = "nen-tang-chinh-sach", Action<SecurityTokenDescriptor>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            SigningCredentials = new(key ?? Elliptic, key is RsaSecurityKey ? SecurityAlgorithms.RsaSha256 : SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                ["preferred_username"] = "nguyen.van.a",
                ["azp"] = "cong-thong-tin",
                ["realm_access"] = new Dictionary<string, object> { ["roles"] = (string[])["can-bo-dau-moi", "viewer", "offline_access"] },
                ["don_vi"] = "spp:sl.so-y-te",
                ["https://so.example/thay_mat"] = (string[])["spp:sl.so-xay-dung", "spp:sl.so-tai-chinh"],
            },
        };
        change?.Invoke(token);
        return handler.CreateToken(token);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static ECDsaSecurityKey NewElliptic() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.CreateVersion7().ToString() };

    private Task Answer(HttpContext context) => context.Request.Path.Value switch
    {
        "/realms/so/.well-known/openid-configuration" => context.Response.WriteAsJsonAsync(new { issuer = CallsItself ?? Issuer, jwks_uri = $"{Issuer}certs" }),
        "/realms/so/certs" => context.Response.WriteAsJsonAsync(new { keys = (object[])[PublicElliptic(), PublicRsa()] }),
        _ => Task.FromException(new InvalidOperationException(context.Request.Path)),
    };

    private object PublicElliptic()
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(Elliptic);
        return new { kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = jwk.Kid, use = "sig" };
    }

    private object PublicRsa()
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(Rsa);
        return new { kty = jwk.Kty, n = jwk.N, e = jwk.E, kid = jwk.Kid, use = "sig" };
    }
}
