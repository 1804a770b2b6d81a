using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>How often tokens may be asked for: each request costs a key derivation.</summary>
internal sealed class RequestLimits(IOptions<TokenOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> ofAddress = Limiter(options.Value.PerMinuteOfAddress);

    // By client and address: nobody can lock a client out from somewhere else by using its name.
    private readonly PartitionedRateLimiter<(string Client, string Address)> ofClient =
        Limiter<(string, string)>(options.Value.PerMinuteOfClient);

    /// <summary>Null when the request may go on, else how long to wait.</summary>
    public TimeSpan? Wait(string address) => Wait(ofAddress.AttemptAcquire(address));

    /// <summary>Null when the request may go on, else how long to wait.</summary>
    public TimeSpan? Wait(string client, string address) => Wait(ofClient.AttemptAcquire((client, address)));

    public void Dispose()
    {
        ofAddress.Dispose();
        ofClient.Dispose();
    }

    private static TimeSpan? Wait(RateLimitLease lease)
    {
        using (lease)
        {
            if (lease.IsAcquired)
                return null;
            return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
        }
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => Limiter<string>(permits);

    private static PartitionedRateLimiter<T> Limiter<T>(int permits)
        where T : notnull =>
        PartitionedRateLimiter.Create<T, T>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
        {
            PermitLimit = permits,
            Window = Window,
            SegmentsPerWindow = 6,
        }));
}
