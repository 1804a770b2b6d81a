using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Markdig;
using SocialPolicy.PlanText;

namespace SocialPolicy.Benchmarks.Reading;

/// <summary>Time, bytes a second and allocations of one reading, by BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class ReadingAllocations
{
    /// <summary>What is read.</summary>
    [Params("five samples", "one of a million characters")]
    public string Text { get; set; } = "";

    private IReadOnlyList<string> Texts => Text == "five samples" ? SamplePlans.Five : [SamplePlans.Long];

    /// <summary>The limit.</summary>
    [Benchmark(Baseline = true)]
    public object? Markdig() => Texts.Aggregate<string, object?>(null, (_, text) => Markdown.Parse(text));

    /// <summary>Ours.</summary>
    [Benchmark]
    public object? PlanReading() => Texts.Aggregate<string, object?>(null, (_, text) => PlanReader.Read(text));

    internal static int Run()
    {
        var config = DefaultConfig.Instance
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10))
            .AddColumn(new BytesASecond());
        return BenchmarkRunner.Run<ReadingAllocations>(config).HasCriticalValidationErrors ? 1 : 0;
    }

    private sealed class BytesASecond : IColumn
    {
        public string Id => nameof(BytesASecond);
        public string ColumnName => "MB/s";
        public bool AlwaysShow => true;
        public ColumnCategory Category => ColumnCategory.Custom;
        public int PriorityInCategory => 0;
        public bool IsNumeric => true;
        public UnitType UnitType => UnitType.Dimensionless;
        public string Legend => "UTF-8 bytes of the texts by the mean time";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            IReadOnlyList<string> texts = benchmarkCase.Parameters[nameof(Text)] is "five samples" ? SamplePlans.Five : [SamplePlans.Long];
            var bytes = texts.Sum(System.Text.Encoding.UTF8.GetByteCount);
            return summary[benchmarkCase]?.ResultStatistics is { } time ? (bytes / time.Mean * 1000).ToString("0.0", summary.GetCultureInfo()) : "?";
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
        public bool IsAvailable(Summary summary) => true;
        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    }
}
