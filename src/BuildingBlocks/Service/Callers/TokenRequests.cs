using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>A token as the issuer gave it.</summary>
internal sealed record IssuedToken(string Token, TimeSpan Lifetime);

/// <summary>Asks the issuer for a token by client credentials (RFC 6749, section 4.4).</summary>
internal sealed class TokenRequests(IHttpClientFactory clients, IOptions<IdentityOptions> options)
{
    private static readonly KeyValuePair<string, string>[] Form = [new("grant_type", "client_credentials")];

    /// <summary>True for what an issuer that is away, refuses or talks nonsense comes to.</summary>
    public static bool IsNoAnswer(Exception exception) => exception is IOException or HttpRequestException or JsonException
        or OperationCanceledException or InvalidDataException or InvalidOperationException or UriFormatException or NotSupportedException;

    public async Task<IssuedToken> Ask(CancellationToken cancellation)
    {
        using var client = clients.CreateClient(IssuerKeys.HttpClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, await Endpoint(client, cancellation));
        request.Content = new FormUrlEncodedContent(Form);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"{Uri.EscapeDataString(options.Value.ClientId)}:{Uri.EscapeDataString(options.Value.ClientSecret)}")));

        using var response = await client.SendAsync(request, cancellation);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            throw new InvalidDataException("It refuses this client; its secret may be another one.");
        response.EnsureSuccessStatusCode();

        return await response.Content.ReadFromJsonAsync<Answer>(cancellation) is { AccessToken: { Length: > 0 } token, ExpiresIn: > 0 and var seconds }
            ? new(token, TimeSpan.FromSeconds(seconds))
            : throw new InvalidDataException("Its answer holds no token, or one without an end.");
    }

    private async Task<Uri> Endpoint(HttpClient client, CancellationToken cancellation)
    {
        var authority = options.Value.Authority.TrimEnd('/');
        var discovered = await client.GetFromJsonAsync<Discovery>($"{authority}/.well-known/openid-configuration", cancellation);
        var endpoint = new Uri(discovered?.TokenEndpoint ?? throw new InvalidDataException("It names no token endpoint."), UriKind.Absolute);

        // A secret never goes where the authority's own rule about plain HTTP would not let it.
        return endpoint.Scheme == new Uri(authority).Scheme || endpoint.Scheme == Uri.UriSchemeHttps
            ? endpoint
            : throw new InvalidDataException($"Its token endpoint {endpoint} is not over https.");
    }

    private sealed record Discovery([property: JsonPropertyName("token_endpoint")] string? TokenEndpoint);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
