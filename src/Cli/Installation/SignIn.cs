using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialPolicy.Cli.Installation;

/// <summary>
/// Gets a token: by client credentials (RFC 6749, section 4.4) from $SPP_CLIENT_ID and $SPP_CLIENT_SECRET, else of the officer who is signed in,
/// else with the credentials that the token service keeps for this machine's operator; as a client of the sandbox when one is named.
/// </summary>
internal sealed class SignIn(DataFolder folder, Trust trust, string? sandboxClient = null)
{
    // A token is asked for anew before a call could meet its end.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1);
    private Grant? grant;
    private long askedAt;

    public async Task<string> Token(Uri authority, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (grant is null || TimeProvider.System.GetElapsedTime(askedAt) > grant.Lifetime - Margin)
            {
                askedAt = TimeProvider.System.GetTimestamp();
                grant = await Officer(authority, cancellation) ?? await Ask(authority, await Credentials(cancellation), cancellation);
            }

            return grant.AccessToken!;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Grant?> Officer(Uri authority, CancellationToken cancellation)
    {
        if (sandboxClient is not null || Environment.GetEnvironmentVariable("SPP_CLIENT_ID") is { Length: > 0 })
            return null;
        return await OfficerSignIn.Current(authority, trust, cancellation) is { } officer
            ? new(officer.AccessToken, (int)(officer.ExpiresAt - TimeProvider.System.GetUtcNow()).TotalSeconds, null)
            : null;
    }

    private async Task<ClientCredentials> Credentials(CancellationToken cancellation)
    {
        if (sandboxClient is not null)
            return await SandboxCredentials(sandboxClient, cancellation);
        if (Environment.GetEnvironmentVariable("SPP_CLIENT_ID") is { Length: > 0 } id)
            return new(id, Environment.GetEnvironmentVariable("SPP_CLIENT_SECRET") ?? "");
        if (!File.Exists(folder.ClientFile))
            throw new SignInRefused($"No credentials: set SPP_CLIENT_ID and SPP_CLIENT_SECRET, or run as the user who owns {folder}.");
        await using var file = File.OpenRead(folder.ClientFile);
        return (await JsonSerializer.DeserializeAsync<ClientCredentials>(file, cancellationToken: cancellation))!;
    }

    private async Task<ClientCredentials> SandboxCredentials(string id, CancellationToken cancellation)
    {
        if (!File.Exists(folder.SandboxFile))
            throw new SignInRefused($"There is no sandbox in {folder}: start it with ./run --sandbox.");
        await using var file = File.OpenRead(folder.SandboxFile);
        var sandbox = (await JsonSerializer.DeserializeAsync<SandboxClients>(file, cancellationToken: cancellation))!;
        return sandbox.Clients.FirstOrDefault(client => client.ClientId == id)
            ?? throw new SignInRefused($"The sandbox has no client {id}; it has {string.Join(", ", sandbox.Clients.Select(client => client.ClientId))}.");
    }

    private async Task<Grant> Ask(Uri authority, ClientCredentials credentials, CancellationToken cancellation)
    {
        using var http = trust.Client(authority);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = credentials.ClientId,
            ["client_secret"] = credentials.ClientSecret,
        });
        using var answer = await http.PostAsync(await Endpoint(http, authority, cancellation), form, cancellation);
        var grant = await answer.Content.ReadFromJsonAsync<Grant>(cancellation);
        return grant is { AccessToken: not null } ? grant : throw new SignInRefused($"{authority} refused client {credentials.ClientId}: {grant?.Error ?? answer.StatusCode.ToString()}.");
    }

    private static async Task<Uri> Endpoint(HttpClient http, Uri authority, CancellationToken cancellation)
    {
        var found = await http.GetFromJsonAsync<Discovery>($"{authority.OriginalString.TrimEnd('/')}/.well-known/openid-configuration", cancellation);
        var endpoint = new Uri(found?.TokenEndpoint ?? throw new SignInRefused($"{authority} names no token endpoint."));
        return endpoint.Scheme == authority.Scheme || endpoint.Scheme == Uri.UriSchemeHttps
            ? endpoint
            : throw new SignInRefused($"The token endpoint {endpoint} is not over https.");
    }

    private sealed record Discovery([property: JsonPropertyName("token_endpoint")] string? TokenEndpoint);

    private sealed record ClientCredentials(
        [property: JsonPropertyName("client_id")] string ClientId,
        [property: JsonPropertyName("client_secret")] string ClientSecret);

    private sealed record SandboxClients([property: JsonPropertyName("clients")] IReadOnlyList<ClientCredentials> Clients);

    private sealed record Grant(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("error")] string? Error)
    {
        public TimeSpan Lifetime => TimeSpan.FromSeconds(ExpiresIn);
    }
}

/// <summary>The issuer said no.</summary>
internal sealed class SignInRefused(string message) : Exception(message);

/// <summary>Puts the token on every call.</summary>
internal sealed class BearerHandler(Func<CancellationToken, Task<string>> token) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
