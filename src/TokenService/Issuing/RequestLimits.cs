using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SocialPolicy.TokenService.Issuing;

/// <summary>How often tokens may be asked for: each request costs a key derivation.</summary>
internal sealed class RequestLimits(IOptions<TokenOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> ofAddress = Limiter<string>(options.Value.PerMinuteOfAddress, Window);

    // By client and address: nobody can lock a client out from somewhere else by using its name.
    private readonly PartitionedRateLimiter<(string Client, string Address)> ofClient =
        Limiter<(string, string)>(options.Value.PerMinuteOfClient, Window);

    /// <summary>Null when the request may go on, else how long to wait.</summary>
    public TimeSpan? Wait(string address) => Wait(ofAddress.AttemptAcquire(address), Window);

    /// <summary>Null when the request may go on, else how long to wait.</summary>
    public TimeSpan? Wait(string client, string address) => Wait(ofClient.AttemptAcquire((client, address)), Window);

    public void Dispose()
    {
        ofAddress.Dispose();
        ofClient.Dispose();
    }

    /// <summary>Null for a lease that was given, else how long to wait.</summary>
    public static TimeSpan? Wait(RateLimitLease lease, TimeSpan window)
    {
        using (lease)
        {
            if (lease.IsAcquired)
                return null;
            return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : window;
        }
    }

    public static PartitionedRateLimiter<T> Limiter<T>(int permits, TimeSpan window)
        where T : notnull =>
        PartitionedRateLimiter.Create<T, T>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
        {
            PermitLimit = permits,
            Window = window,
            SegmentsPerWindow = 6,
        }));
}
