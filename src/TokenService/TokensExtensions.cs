using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using SocialPolicy.Accounts;
using SocialPolicy.TokenService.Clients;
using SocialPolicy.TokenService.Issuing;
using SocialPolicy.TokenService.Keys;
using SocialPolicy.TokenService.Officers;
using SocialPolicy.TokenService.Officers.SecondFactors;
using SocialPolicy.TokenService.Officers.Visits;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SocialPolicy.TokenService;

internal static class TokensExtensions
{
    private static readonly string[] Forms = [HttpMethods.Get, HttpMethods.Post];

    public static void AddTokens(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TokenOptions>().BindConfiguration("Tokens").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new PrivateFolder(provider.GetRequiredService<IOptions<TokenOptions>>().Value.Folder)).AddSingleton<Authority>();
        services.AddSingleton<KeyRing>().AddSingleton<ServiceClients>().AddSingleton<ClientRegister>().AddSingleton<FirstClients>();
        services.AddSingleton<RequestLimits>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstClients>());
        services.AddHealthChecks().AddCheck<FirstClients>("clients");
        services.AddOfficers(speaksTls: builder.Configuration["Tls:Certificate"] is { Length: > 0 });
        services.AddProtocol();
        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    public static void MapTokens(this WebApplication app)
    {
        var signIn = app.Services.GetRequiredService<SignInEndpoint>();
        var account = app.Services.GetRequiredService<AccountEndpoint>();
        app.UseMiddleware<FrontDoor>();
        app.UseAuthentication();
        app.MapMethods("/authorize", Forms, (Delegate)signIn.Answer);
        app.MapMethods("/end-session", Forms, (Delegate)signIn.End);
        app.MapMethods("/password", Forms, (Delegate)account.Password);
        app.MapMethods("/second-factor", Forms, (Delegate)account.SecondFactor);
    }

    private static void AddOfficers(this IServiceCollection services, bool speaksTls)
    {
        services.AddSingleton<OfficerRegister>().AddSingleton<Sessions>().AddSingleton<Programs>().AddSingleton<SignInLimits>();
        services.AddSingleton<SecondFactorRegister>().AddSingleton<OpenVisits>().AddSingleton<VisitSteps>().AddSingleton<NewPasswords>().AddSingleton<Reception>();
        services.AddSingleton<SignInEndpoint>().AddSingleton<AccountEndpoint>();

        // What it protects is a form on a screen; who was looking at one while the service started anew types again.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = speaksTls ? "__Host-spp-sign-in" : "spp-sign-in";
            antiforgery.Cookie.Path = "/";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SecurePolicy = speaksTls ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        });
    }

    // The protocol is the library's, without its database: who the clients are, and what was used before, is asked here.
    private static void AddProtocol(this IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddSingleton<KeysInForce>().AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<KeysInForce>());
        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<TokenOptions>>((server, tokens) =>
            (server.AccessTokenLifetime, server.IdentityTokenLifetime, server.AuthorizationCodeLifetime) = (tokens.Value.Lifetime, tokens.Value.Lifetime, tokens.Value.CodeLifetime));
        services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode().DisableAccessTokenEncryption().RequireProofKeyForCodeExchange();
            server.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow();
            server.SetTokenEndpointUris("/token").SetAuthorizationEndpointUris("/authorize").SetEndSessionEndpointUris("/end-session").SetJsonWebKeySetEndpointUris("/.well-known/jwks.json");
            server.Configure(options =>
            {
                options.ResponseModes.RemoveWhere(mode => mode is not ResponseModes.Query);
                options.CodeChallengeMethods.RemoveWhere(method => method is not CodeChallengeMethods.Sha256);
                options.ClientAuthenticationMethods.RemoveWhere(method => method is not (ClientAuthenticationMethods.ClientSecretBasic or ClientAuthenticationMethods.ClientSecretPost or ClientAuthenticationMethods.None));
            });
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseSingletonHandler<TokenRequests>());
            server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseSingletonHandler<TokenRequests>());
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseSingletonHandler<AuthorizationRequests>());
            server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseSingletonHandler<AuthorizationRequests>());
            server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseSingletonHandler<Slow>()
                .SetOrder(OpenIddictServerAspNetCoreHandlers.AttachHttpResponseCode<ApplyTokenResponseContext>.Descriptor.Order + 1));
            server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();
        });
    }
}
