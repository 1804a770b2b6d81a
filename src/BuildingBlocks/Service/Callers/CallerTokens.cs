using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>
/// Makes callers out of tokens. Checking a signature costs more than most calls, and a client sends the same token for
/// minutes: a checked token is remembered until it expires or the issuer's keys change.
/// </summary>
internal sealed class CallerTokens(IssuerKeys keys, IOptions<IdentityOptions> options)
{
    private const string Scheme = "Bearer ";
    private const int MostRemembered = 10_000;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, Checked> remembered = new(StringComparer.Ordinal);

    private readonly TokenClaims claims = new(options.Value);

    private sealed record Checked(Caller Caller, KeySet Keys, DateTimeOffset Expires);

    /// <summary>Who sent this header, if the token in it was checked before and still holds.</summary>
    public Caller? Recall(string? authorization) =>
        authorization is not null && remembered.TryGetValue(authorization, out var known) && known.Keys == keys.Known && known.Expires > TimeProvider.System.GetUtcNow()
            ? known.Caller
            : null;

    /// <summary>Who sent this header; a token that was not seen before is checked. Throws CALLER_UNKNOWN and ISSUER_UNAVAILABLE.</summary>
    /// <param name="authorization">The whole header; null when there is none.</param>
    /// <param name="cancellation">Ends waiting for the issuer's keys.</param>
    public async ValueTask<Caller> Read(string? authorization, CancellationToken cancellation)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) is not true)
            throw Refused(CallersAreKnown.Missing);

        if (Recall(authorization) is { } known)
            return known;

        var found = await Check(authorization[Scheme.Length..].Trim(), await keys.Get(cancellation), cancellation);
        Remember(authorization, found);
        return found.Caller;
    }

    private async Task<Checked> Check(string token, KeySet current, CancellationToken cancellation)
    {
        var result = await handler.ValidateTokenAsync(token, current.Parameters);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            current = await keys.NewerThan(current, cancellation);
            result = await handler.ValidateTokenAsync(token, current.Parameters);
        }

        if (!result.IsValid)
            throw Refused(result.Exception is SecurityTokenExpiredException ? CallersAreKnown.Expired : CallersAreKnown.Invalid);

        var jwt = (JsonWebToken)result.SecurityToken;
        return new(claims.Read(jwt) ?? throw Refused(CallersAreKnown.Invalid), current, new(jwt.ValidTo, TimeSpan.Zero));
    }

    private void Remember(string authorization, Checked found)
    {
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[authorization] = found;
    }

    private static RuleBroken Refused(string why) => new([new CallersAreKnown(why)]);
}
