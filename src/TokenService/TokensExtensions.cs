using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.Accounts;
using SocialPolicy.TokenService.Clients;
using SocialPolicy.TokenService.Issuing;
using SocialPolicy.TokenService.Keys;

namespace SocialPolicy.TokenService;

internal static class TokensExtensions
{
    private const int LargestRequest = 8 * 1024;

    public static void AddTokens(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TokenOptions>().BindConfiguration("Tokens").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new PrivateFolder(provider.GetRequiredService<IOptions<TokenOptions>>().Value.Folder)).AddSingleton<Authority>();
        services.AddSingleton<KeyRing>().AddSingleton<ServiceClients>().AddSingleton<ClientRegister>().AddSingleton<FirstClients>();
        services.AddSingleton<RequestLimits>().AddSingleton<TokenEndpoint>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstClients>());
        services.AddHealthChecks().AddCheck<FirstClients>("clients");
    }

    public static void MapTokens(this WebApplication app)
    {
        var token = app.Services.GetRequiredService<TokenEndpoint>();
        var keys = app.Services.GetRequiredService<KeyRing>();
        var authority = app.Services.GetRequiredService<Authority>();

        app.MapPost("/token", (Delegate)token.Answer).WithMetadata(new RequestSizeLimitAttribute(LargestRequest)).DisableAntiforgery();
        app.MapGet("/.well-known/jwks.json", (HttpContext context) => Cached(context, new { keys = keys.Published }));
        app.MapGet("/.well-known/openid-configuration", (HttpContext context) => Cached(context, Discovery(authority.Address)));
    }

    private static IResult Cached(HttpContext context, object document)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Json(document, PrivateFolder.Json);
    }

    private static object Discovery(string authority) => new
    {
        Issuer = authority,
        TokenEndpoint = $"{authority}/token",
        JwksUri = $"{authority}/.well-known/jwks.json",
        GrantTypesSupported = (string[])["client_credentials"],
        TokenEndpointAuthMethodsSupported = (string[])["client_secret_basic", "client_secret_post"],
        ResponseTypesSupported = Array.Empty<string>(),
        SubjectTypesSupported = (string[])["public"],
        IdTokenSigningAlgValuesSupported = (string[])[SecurityAlgorithms.EcdsaSha256],
    };
}
