using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>The keys of the issuer as they were at one moment, ready to check tokens with.</summary>
internal sealed record KeySet(TokenValidationParameters Parameters, DateTimeOffset FetchedAt);

/// <summary>
/// Fetches the issuer's keys: at the first need, every five minutes, and at once when a token names a key that is not
/// known. The issuer may start later than the service, and may be away for a while: keys once known stay in use.
/// </summary>
internal sealed partial class IssuerKeys(
    IHttpClientFactory clients, IOptions<IdentityOptions> options, ILogger<IssuerKeys> logger) : IDisposable
{
    public const string HttpClientName = "identity";

    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private readonly Lock one = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly string authority = options.Value.Authority.TrimEnd('/');
    private volatile KeySet? current;
    private Task? underWay;
    private DateTimeOffset leftAloneUntil = DateTimeOffset.MinValue;

    // Tokens live in real time, also where the platform's clock is set to another day.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>The keys; null before the issuer has answered once. Old ones are asked for anew meanwhile.</summary>
    public KeySet? Known
    {
        get
        {
            if (current is { } keys && Now - keys.FetchedAt > Refresh)
                _ = Request(keys);
            return current;
        }
    }

    /// <summary>The keys. Throws ISSUER_UNAVAILABLE before the issuer has answered once.</summary>
    public ValueTask<KeySet> Get(CancellationToken cancellation) => Known is { } keys ? ValueTask.FromResult(keys) : NewerThan(null, cancellation);

    /// <summary>Keys fetched after these, or these again when the issuer was asked a moment ago or does not answer.</summary>
    public async ValueTask<KeySet> NewerThan(KeySet? seen, CancellationToken cancellation)
    {
        await Request(seen).WaitAsync(cancellation);
        return current ?? throw new RuleBroken([new IssuerCanBeReached()]);
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    // One request for all who wait, in nobody's name: it ends by its own time-out, not when the first of them gives up.
    private Task Request(KeySet? seen)
    {
        lock (one)
        {
            if (current != seen || (underWay is null && Now < leftAloneUntil))
                return Task.CompletedTask;
            return underWay ??= Task.Run(Fetch);
        }
    }

    private async Task Fetch()
    {
        var fetched = await Ask();
        lock (one)
        {
            current = fetched ?? current;
            leftAloneUntil = Now + options.Value.PauseBetweenKeyRequests;
            underWay = null;
        }
    }

    private async Task<KeySet?> Ask()
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            patience.CancelAfter(Patience);
            using var client = clients.CreateClient(HttpClientName);
            var documents = new HttpDocumentRetriever(client) { RequireHttps = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) };
            var discovered = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{authority}/.well-known/openid-configuration", documents, patience.Token);
            if (discovered.Issuer?.TrimEnd('/') != authority)
                throw new InvalidDataException($"It calls itself {discovered.Issuer}: it is another issuer.");
            if (discovered.SigningKeys.Count == 0)
                throw new InvalidDataException("It names no keys.");

            Fetched(authority, discovered.SigningKeys.Count);
            return new(Parameters(discovered), Now);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or JsonException or OperationCanceledException
            or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            NotFetched(authority, exception.Message);
            return null;
        }
    }

    private TokenValidationParameters Parameters(OpenIdConnectConfiguration discovered) => new()
    {
        ValidIssuer = discovered.Issuer,
        ValidAudience = options.Value.Audience,
        ValidAlgorithms = options.Value.AllowedAlgorithms,
        IssuerSigningKeys = [.. discovered.SigningKeys],
        TryAllIssuerSigningKeys = false,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ClockSkew = ClockSkew,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Fetched {Count} keys of the issuer {Authority}")]
    private partial void Fetched(string authority, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the issuer {Authority} could not be fetched: {Reason}")]
    private partial void NotFetched(string authority, string reason);
}
