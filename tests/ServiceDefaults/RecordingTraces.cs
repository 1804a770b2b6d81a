using OpenTelemetry.Trace;
using SocialPolicy.ServiceDefaults.Telemetry;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

public class RecordingTraces
{
    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; } = 1;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }

    [Fact]
    public void Takes_all_until_a_second_has_seen_enough_and_again_in_the_next()
    {
        var clock = new Clock();
        var sampler = new BoundedSampler(perSecond: 3, clock);

        Taken(sampler, of: 3).ShouldBe(3);
        Taken(sampler, of: 10).ShouldBe(0);
        clock.Seconds++;
        Taken(sampler, of: 10).ShouldBe(3);
    }

    private static int Taken(BoundedSampler sampler, int of) =>
        Enumerable.Range(0, of).Count(_ => sampler.ShouldSample(default).Decision is SamplingDecision.RecordAndSample);
}
