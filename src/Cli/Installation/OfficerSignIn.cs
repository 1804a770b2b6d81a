using Duende.IdentityModel.Client;
using Duende.IdentityModel.OidcClient;
using SocialPolicy.Accounts;

namespace SocialPolicy.Cli.Installation;

/// <summary>The sign-in of an officer as it is kept: in the user's own configuration, 0600.</summary>
internal sealed record KeptSignIn(Uri Authority, string ClientId, string Subject, string AccessToken, DateTimeOffset ExpiresAt, string? RefreshToken, string? IdentityToken);

/// <summary>
/// Signs an officer in by the authorization code flow with PKCE, over a loopback address (RFC 8252), and keeps what came of it until it ends.
/// The protocol is the library's.
/// </summary>
internal static class OfficerSignIn
{
    /// <summary>What this program is called at the installation's own issuer.</summary>
    public const string CommandLine = "spp-cli";

    private const string FileName = "sign-in.json";

    // A token is asked for anew before a call could meet its end.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    public static async Task<KeptSignIn> Begin(Uri authority, string client, string scope, bool opens, Trust trust, CancellationToken cancellation)
    {
        await using var browser = await LoopbackBrowser.Listen(opens, cancellation);
        var oidc = Client(authority, client, scope, browser, trust);
        var result = await oidc.LoginAsync(new LoginRequest(), cancellation);
        if (result.IsError)
            throw new SignInRefused($"{authority} signed nobody in: {result.Error}. {result.ErrorDescription}".TrimEnd());

        var kept = new KeptSignIn(authority, client, result.User.FindFirst("sub")!.Value, result.AccessToken, result.AccessTokenExpiration, result.RefreshToken, result.IdentityToken);
        Folder().Write(FileName, kept);
        return kept;
    }

    /// <summary>The access token of the officer who is signed in at this authority, renewed when it is due; null when nobody is.</summary>
    /// <exception cref="SignInRefused">The session has ended.</exception>
    public static async Task<KeptSignIn?> Current(Uri authority, Trust trust, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("SPP_SIGN_IN") is "none" || !File.Exists(Path.Combine(FolderPath(), FileName)))
            return null;

        var folder = Folder();
        if (folder.Read<KeptSignIn>(FileName) is not { } kept || kept.Authority != authority)
            return null;
        if (IsFresh(kept))
            return kept;

        // Two commands at once must not both use the one refresh token.
        using var alone = folder.Lock();
        kept = folder.Read<KeptSignIn>(FileName)!;
        return IsFresh(kept) ? kept : await Renew(folder, kept, trust, cancellation);
    }

    /// <summary>Ends the session at the provider and forgets it; who it was, null for nobody.</summary>
    public static async Task<KeptSignIn?> End(Trust trust, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(FolderPath(), FileName)))
            return null;

        var folder = Folder();
        var kept = folder.Read<KeptSignIn>(FileName)!;
        folder.Delete(FileName);
        using var http = trust.Client(kept.Authority);
        var found = await http.GetDiscoveryDocumentAsync(kept.Authority.OriginalString, cancellation);
        if (found.EndSessionEndpoint is { } endpoint && kept.IdentityToken is not null)
            (await http.GetAsync(new RequestUrl(endpoint).CreateEndSessionUrl(idTokenHint: kept.IdentityToken), cancellation)).EnsureSuccessStatusCode();
        return kept;
    }

    private static async Task<KeptSignIn> Renew(PrivateFolder folder, KeptSignIn kept, Trust trust, CancellationToken cancellation)
    {
        var result = kept.RefreshToken is null ? null : await Client(kept.Authority, kept.ClientId, scope: "", browser: null, trust).RefreshTokenAsync(kept.RefreshToken, cancellationToken: cancellation);
        if (result is not { IsError: false })
            throw new SignInRefused($"The sign-in of {kept.Subject} has ended: spp sign-in begins another, spp sign-out goes back to this machine's operator.");

        var renewed = kept with { AccessToken = result.AccessToken, ExpiresAt = result.AccessTokenExpiration, RefreshToken = result.RefreshToken ?? kept.RefreshToken, IdentityToken = result.IdentityToken ?? kept.IdentityToken };
        folder.Write(FileName, renewed);
        return renewed;
    }

    private static bool IsFresh(KeptSignIn kept) => kept.ExpiresAt - TimeProvider.System.GetUtcNow() > Margin;

    private static OidcClient Client(Uri authority, string client, string scope, LoopbackBrowser? browser, Trust trust) => new(new OidcClientOptions
    {
        Authority = authority.OriginalString.TrimEnd('/'),
        ClientId = client,
        Scope = scope,
        RedirectUri = browser?.ReturnTo,
        Browser = browser,
        LoadProfile = false,
        HttpClientFactory = _ => trust.Client(authority),
    });

    private static PrivateFolder Folder() => new(FolderPath());

    private static string FolderPath() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "spp");
}
