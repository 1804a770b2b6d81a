using System.Globalization;

namespace SocialPolicy.Benchmarks;

/// <summary>Runs a suite and tells how it went: 0 every goal reached, 1 a goal missed, 2 a run void.</summary>
internal static class Runner
{
    private const string LoadAverage = "/proc/loadavg";

    public static async Task<int> Run(string suite, Plan plan)
    {
        Console.WriteLine($"{suite}: {plan.Pairs} pairs of {plan.Duration.TotalSeconds:0.#} s, {Environment.ProcessorCount} processors");
        var worst = 0;
        foreach (var workload in Catalogue.Of(suite))
        {
            Console.WriteLine($"\n{workload.Name}   load before {Load()}");
            var comparison = await Comparison.Measure(workload, plan);
            Report(comparison);
            worst = Math.Max(worst, comparison.IsVoid ? 2 : comparison.ReachesGoal ? 0 : 1);
        }

        return worst;
    }

    private static void Report(Comparison comparison)
    {
        var workload = comparison.Workload;
        Line("limit", comparison.Limits, workload.Unit);
        Line("ours", comparison.Ours, workload.Unit);
        Console.WriteLine($"  ratio  {comparison.Ratio:0.00} of the limit{Named(", goal", workload.Goal, "0.00")}{Named($", ceiling {workload.Unit}", workload.Ceiling, "0.#")}   load after {Load()}");
        Console.WriteLine(comparison switch
        {
            { Workload: { Goal: null, Ceiling: null } } => "  for comparison",
            { IsVoid: true } => $"  VOID: the limit itself varied by more than {Comparison.SteadyWithin}x; run again on a quiet machine",
            { ReachesGoal: true } => "  goal reached",
            _ => "  GOAL MISSED",
        });
    }

    private static void Line(string side, IReadOnlyList<double> rates, string unit) =>
        Console.WriteLine($"  {side,-6} {Number(Comparison.Median(rates)),10} {unit} median   {Number(rates.Min())} .. {Number(rates.Max())}");

    private static string Number(double value) => value.ToString(value < 100 ? "0.0" : "N0", CultureInfo.CurrentCulture);

    private static string Named(string what, double? value, string format) => value is { } number ? $"{what} {number.ToString(format, CultureInfo.CurrentCulture)}" : "";

    private static string Load() => File.Exists(LoadAverage)
        ? string.Join(' ', File.ReadAllText(LoadAverage).Split(' ').Take(3))
        : "unknown";
}
