using System.Diagnostics;
using Markdig;
using SocialPolicy.PlanText;

namespace SocialPolicy.Benchmarks.Reading;

/// <summary>How fast plans are read, beside a Markdown parser that builds its tree of the same text.</summary>
internal abstract class ReadingWorkload : Workload
{
    public override string Suite => "reading";

    protected abstract IReadOnlyList<string> Texts { get; }

    public override Task<IMeasured> Open(Side side) =>
        Task.FromResult<IMeasured>(new Reader(this, side is Side.Limit ? text => Markdown.Parse(text) : PlanReader.Read));

    /// <summary>What is told of a run.</summary>
    /// <param name="times">Seconds for each time all texts were read, in ascending order.</param>
    protected abstract double Tell(IReadOnlyList<double> times);

    private sealed class Reader(ReadingWorkload workload, Func<string, object> read) : IMeasured
    {
        public Task<double> Measure(TimeSpan duration)
        {
            var times = new List<double>();
            var began = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(began) < duration)
            {
                var started = Stopwatch.GetTimestamp();
                foreach (var text in workload.Texts)
                    GC.KeepAlive(read(text));
                times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            }

            return Task.FromResult(workload.Tell([.. times.Order()]));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>Characters a second over the five samples. The tree of a Markdown parser holds no meaning: it is shown for comparison only.</summary>
internal sealed class ReadingSpeed : ReadingWorkload
{
    public override string Name => "reading-speed";

    public override string Unit => "million characters/s";

    protected override IReadOnlyList<string> Texts => SamplePlans.Five;

    protected override double Tell(IReadOnlyList<double> times) => Texts.Sum(text => text.Length) / 1e6 / Comparison.Median(times);
}

/// <summary>Five whole plans, one after the other, in a process that is warm.</summary>
internal sealed class ReadingFive : ReadingWorkload
{
    public override string Name => "reading-five";

    public override string Unit => "ms";

    public override Better Better => Better.Less;

    public override double? Ceiling => 60;

    protected override IReadOnlyList<string> Texts => SamplePlans.Full;

    protected override double Tell(IReadOnlyList<double> times) => Comparison.Median(times) * 1000;
}

/// <summary>The slowest of a hundred readings of a plan of a million characters.</summary>
internal sealed class ReadingAMillion : ReadingWorkload
{
    public override string Name => "reading-1M-p99";

    public override string Unit => "ms";

    public override Better Better => Better.Less;

    public override double? Ceiling => 100;

    protected override IReadOnlyList<string> Texts { get; } = [SamplePlans.Long];

    protected override double Tell(IReadOnlyList<double> times) => times[(int)((times.Count - 1) * 0.99)] * 1000;
}
