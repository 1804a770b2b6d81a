using System.Diagnostics;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Benchmarks.Documents;

/// <summary>Asks for ancestors, one call after the other, and tells a percentile of the milliseconds each took.</summary>
internal abstract class GraphCalls(GraphStage stage, double percentile) : IMeasured
{
    // Of three above each in three layers, hardly ever the same.
    private const int FewestAncestors = 20;

    private int next;

    protected abstract DocumentService.DocumentServiceClient Client { get; }

    /// <exception cref="InvalidOperationException">An answer is not what the graph holds.</exception>
    public async Task<double> Measure(TimeSpan duration)
    {
        var times = new List<double>();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < duration;)
        {
            var name = $"documents/{stage.Documents[next++ % stage.Documents.Count]}";
            var called = Stopwatch.GetTimestamp();
            var answer = await Client.ListAncestorsAsync(new() { Name = name });
            times.Add(Stopwatch.GetElapsedTime(called).TotalMilliseconds);
            if (answer.Documents.Count < FewestAncestors)
                throw new InvalidOperationException($"{name} has {answer.Documents.Count} ancestors.");
        }

        times.Sort();
        return times[(int)Math.Ceiling(percentile * times.Count) - 1];
    }

    public abstract ValueTask DisposeAsync();
}
