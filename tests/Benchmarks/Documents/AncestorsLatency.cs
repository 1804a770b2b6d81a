namespace SocialPolicy.Benchmarks.Documents;

/// <summary>The ancestors of a document in a graph of 100,000, at the RPC: one caller, one call after the other.</summary>
internal abstract class AncestorsLatency(double percentile) : Workload
{
    public override string Suite => "documents";

    public override string Unit => "ms";

    public override Better Better => Better.Less;

    public override async Task<IMeasured> Open(Side side) => side is Side.Limit
        ? await BareGraph.Start(await GraphStage.Ready, percentile)
        : await ServedGraph.Start(await GraphStage.Ready, percentile);
}

/// <summary>
/// The usual one, for comparison: the bare service answers less, neither distances and ways nor how each document stands on the day, and
/// without token, policy and telemetry.
/// </summary>
internal sealed class UsualAncestorsLatency() : AncestorsLatency(0.5)
{
    public override string Name => "ancestors-p50";
}

/// <summary>The slow one: no goal beside the bare service, but a ceiling.</summary>
internal sealed class SlowAncestorsLatency() : AncestorsLatency(0.95)
{
    public override string Name => "ancestors-p95";

    public override double? Ceiling => 5;
}
