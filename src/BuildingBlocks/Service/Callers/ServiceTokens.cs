using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>
/// The token with which a service calls others. One serves all calls until a minute before its end; then the next call asks
/// for another, once for all who wait. While the issuer is away the token that is there stays in use to its end.
/// </summary>
internal sealed partial class ServiceTokens(TokenRequests issuer, IOptions<IdentityOptions> options, ILogger<ServiceTokens> logger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeforeItsEnd = TimeSpan.FromMinutes(1);

    private readonly Lock one = new();
    private readonly CancellationTokenSource stopping = new();
    private volatile Held? current;
    private Task? underWay;
    private DateTimeOffset leftAloneUntil = DateTimeOffset.MinValue;

    private sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset Ends);

    /// <summary>Tokens live in real time, also where the platform's clock is set to another day.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    private DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>A token for a call now. Throws ISSUER_UNAVAILABLE.</summary>
    public ValueTask<string> Get(CancellationToken cancellation) =>
        current is { } held && Now < held.RenewAt ? ValueTask.FromResult(held.Token) : New(cancellation);

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async ValueTask<string> New(CancellationToken cancellation)
    {
        if (options.Value is not { ClientId.Length: > 0, ClientSecret.Length: > 0 })
            throw new InvalidOperationException("Set Identity:ClientId and Identity:ClientSecret: this service calls others in its own name.");

        await Request().WaitAsync(cancellation);
        return current is { } held && Now < held.Ends ? held.Token : throw new RuleBroken([new IssuerCanBeReached()]);
    }

    // In nobody's name: it ends by its own time-out, not when the first of those who wait gives up.
    private Task Request()
    {
        lock (one)
        {
            if (underWay is null && (Now < leftAloneUntil || Now < current?.RenewAt))
                return Task.CompletedTask;
            return underWay ??= Task.Run(Renew);
        }
    }

    private async Task Renew()
    {
        var asked = Now;
        IssuedToken? issued = null;
        try
        {
            issued = await Ask();
        }
        finally
        {
            lock (one)
            {
                if (issued is null)
                    leftAloneUntil = Now + options.Value.PauseBetweenKeyRequests;
                else
                    current = new(issued.Token, asked + issued.Lifetime - Margin(issued.Lifetime), asked + issued.Lifetime);
                underWay = null;
            }
        }
    }

    private static TimeSpan Margin(TimeSpan lifetime) => lifetime < 2 * BeforeItsEnd ? lifetime / 2 : BeforeItsEnd;

    private async Task<IssuedToken?> Ask()
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            patience.CancelAfter(Patience);
            return await issuer.Ask(patience.Token);
        }
        catch (Exception exception) when (TokenRequests.IsNoAnswer(exception))
        {
            NotIssued(options.Value.Authority, options.Value.ClientId, exception.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The issuer {Authority} gave no token to {ClientId}: {Reason}")]
    private partial void NotIssued(string authority, string clientId, string reason);
}
