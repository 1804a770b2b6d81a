using OpenTelemetry.Trace;
using SocialPolicy.ServiceDefaults.Health;

namespace SocialPolicy.ServiceDefaults.Telemetry;

/// <summary>
/// Everything is sampled, up to a bound, except health probes and what they cause. A remote parent that is not sampled does not count: a caller
/// without a tracer sends exactly that.
/// </summary>
internal sealed class Sampling : Sampler
{
    private const int TracesBegunPerSecond = 500;

    private readonly ParentBasedSampler byParent;

    public Sampling()
    {
        var bounded = new BoundedSampler(TracesBegunPerSecond, TimeProvider.System);
        byParent = new(bounded, remoteParentNotSampled: bounded);
    }

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind is System.Diagnostics.ActivityKind.Server && IsProbe(samplingParameters.Tags)
            ? new SamplingResult(SamplingDecision.Drop)
            : byParent.ShouldSample(samplingParameters);

    private static bool IsProbe(IEnumerable<KeyValuePair<string, object?>>? tags)
    {
        foreach (var (key, value) in tags ?? [])
        {
            if (key is "url.path")
                return HealthPaths.AreProbedBy(value as string);
        }

        return false;
    }
}
