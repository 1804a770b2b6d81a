namespace SocialPolicy.Benchmarks.Events;

/// <summary>From commit to the consumer's commit, at 200 events a second.</summary>
internal abstract class EventLatency(double percentile) : Workload
{
    public override string Suite => "events";

    public override string Unit => "ms";

    public override Better Better => Better.Less;

    public override async Task<IMeasured> Open(Side side) => side is Side.Limit
        ? await RawRelay.Start(await Stage.Ready, percentile)
        : await ServiceRelay.Start(await Stage.Ready, percentile);
}

/// <summary>The usual one: audit, order, traces and the broker's rules may cost as much again as the raw relay.</summary>
internal sealed class UsualEventLatency() : EventLatency(0.5)
{
    public override string Name => "event-p50";

    public override double? Goal => 0.5;
}

/// <summary>The slow one: no goal beside the raw relay, whose own varies manifold, but a ceiling.</summary>
internal sealed class SlowEventLatency() : EventLatency(0.99)
{
    public override string Name => "event-p99";

    public override double? Ceiling => 50;
}
