using OpenTelemetry.Trace;

namespace SocialPolicy.ServiceDefaults.Telemetry;

/// <summary>
/// Takes every trace until a second has seen enough of them. Officers at work never come near the bound; a rush does, and
/// then recording each call would cost as much as answering it. Metrics still count them all.
/// </summary>
internal sealed class BoundedSampler(int perSecond, TimeProvider clock) : Sampler
{
    private static readonly SamplingResult Take = new(SamplingDecision.RecordAndSample);
    private static readonly SamplingResult Drop = new(SamplingDecision.Drop);

    private long second;
    private int taken;

    // Two threads may both begin a second: a few traces more do no harm, a lock on every call would.
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var now = clock.GetTimestamp() / clock.TimestampFrequency;
        if (Interlocked.Exchange(ref second, now) != now)
            Volatile.Write(ref taken, 0);

        return Volatile.Read(ref taken) < perSecond && Interlocked.Increment(ref taken) <= perSecond ? Take : Drop;
    }
}
