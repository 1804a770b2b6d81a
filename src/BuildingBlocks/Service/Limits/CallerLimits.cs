using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.BuildingBlocks.Service.Limits;

/// <summary>
/// Counts what each caller asks for. Who has been quiet for a while is forgotten, a day's uploads when the day is over. Real time
/// counts, whatever the platform's clock says.
/// </summary>
internal sealed class CallerLimits : IDisposable
{
    private const int KibibytesOfMegabyte = 1_024;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly LimitOptions options;
    private readonly PartitionedRateLimiter<Asker> pace;
    private readonly PartitionedRateLimiter<Asker> open;
    private readonly PartitionedRateLimiter<Asker> uploads;
    private readonly PartitionedRateLimiter<Asker> uploadedKibibytes;

    public CallerLimits(IOptions<LimitOptions> options)
    {
        this.options = options.Value;
        pace = Partitioned(asker => new TokenBucketRateLimiter(Bucket(PaceOf(asker))));
        open = Partitioned(asker => new ConcurrencyLimiter(new() { PermitLimit = MostOpen(asker) }));
        uploads = Partitioned(_ => new FixedWindowRateLimiter(ADay(this.options.UploadsADay)));
        uploadedKibibytes = Partitioned(_ => new FixedWindowRateLimiter(ADay(this.options.UploadedMegabytesADay * KibibytesOfMegabyte)));
    }

    /// <summary>A call of a known caller. Throws CALLER_TOO_FAST.</summary>
    public void Take(Caller caller) => Take(Asker.Of(caller));

    /// <summary>A call of somebody who is not known yet. Throws CALLER_TOO_FAST.</summary>
    public void Take(IPAddress? address) => Take(Asker.At(address));

    /// <summary>A stream or a heavy call, until it is disposed. Throws TOO_MANY_OPEN_CALLS.</summary>
    public IDisposable Open(Asker asker)
    {
        var lease = open.AttemptAcquire(asker);
        Check.Rule(new CallersOpenFewStreams(MostOpen(asker), !lease.IsAcquired));
        return lease;
    }

    /// <summary>An upload begins. Throws QUOTA_EXHAUSTED.</summary>
    public void BeginUpload(Asker asker) => Check.Rule(new UploadsStayWithinTheDay(Wait(uploads, asker, 1)));

    /// <summary>A part of an upload has come. Throws QUOTA_EXHAUSTED.</summary>
    public void Upload(Asker asker, int bytes)
    {
        var kibibytes = Math.Min((bytes + 1_023) / 1_024, options.UploadedMegabytesADay * KibibytesOfMegabyte);
        Check.Rule(new UploadsStayWithinTheDay(Wait(uploadedKibibytes, asker, kibibytes)));
    }

    public void Dispose()
    {
        pace.Dispose();
        open.Dispose();
        uploads.Dispose();
        uploadedKibibytes.Dispose();
    }

    private void Take(Asker asker)
    {
        if (Wait(pace, asker, 1) is { } wait)
            throw new RuleBroken([new CallersKeepAPace(wait)]);
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<Asker> limiter, Asker asker, int permits)
    {
        using var lease = limiter.AttemptAcquire(asker, permits);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : Moment;
    }

    // The limiters of the framework's own factory would cost an object more a call.
    private static PartitionedRateLimiter<Asker> Partitioned(Func<Asker, RateLimiter> limiter) =>
        PartitionedRateLimiter.Create<Asker, Asker>(asker => RateLimitPartition.Get(asker, limiter));

    private Pace PaceOf(Asker asker) => asker switch
    {
        { IsKnown: false } => options.Address,
        { IsService: true } => options.Service,
        _ => options.Caller,
    };

    private int MostOpen(Asker asker) => asker.IsService ? options.OpenAtOnceOfService : options.OpenAtOnce;

    private static TokenBucketRateLimiterOptions Bucket(Pace pace)
    {
        var tokens = Math.Max(1, pace.PerSecond / 10);
        return new() { TokenLimit = pace.AtOnce, TokensPerPeriod = tokens, ReplenishmentPeriod = Moment * tokens / pace.PerSecond, AutoReplenishment = false };
    }

    private static FixedWindowRateLimiterOptions ADay(int permits) => new() { PermitLimit = permits, Window = Day, AutoReplenishment = false };
}
