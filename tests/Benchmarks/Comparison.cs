namespace SocialPolicy.Benchmarks;

/// <summary>What was measured of a workload, pair by pair. Ratios are taken inside a pair, so that a slow minute hurts both sides.</summary>
internal sealed record Comparison(Workload Workload, IReadOnlyList<(double Limit, double Ours)> Pairs)
{
    /// <summary>A limit that varies more than this says that the machine was busy with something else.</summary>
    public const double SteadyWithin = 2;

    public IReadOnlyList<double> Limits => [.. Pairs.Select(pair => pair.Limit)];

    public IReadOnlyList<double> Ours => [.. Pairs.Select(pair => pair.Ours)];

    /// <summary>How much of the limit ours reaches, whichever of more and less is better.</summary>
    public double Ratio => Median(Pairs.Select(pair => Workload.Better is Better.More ? pair.Ours / pair.Limit : pair.Limit / pair.Ours));

    public bool IsVoid => Workload.Goal is not null && Limits.Max() > SteadyWithin * Limits.Min();

    public bool ReachesGoal => (Workload.Goal is not { } goal || Ratio >= goal) && (Workload.Ceiling is not { } ceiling || Median(Ours) <= ceiling);

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Limit, ours, limit, ours; the first pair warms up and is dropped.</summary>
    public static async Task<Comparison> Measure(Workload workload, Plan plan)
    {
        await using var limit = await workload.Open(Side.Limit);
        await using var ours = await workload.Open(Side.Ours);

        var pairs = new List<(double, double)>();
        for (var pair = 0; pair <= plan.Pairs; pair++)
            pairs.Add((await limit.Measure(plan.Duration), await ours.Measure(plan.Duration)));
        return new Comparison(workload, pairs[1..]);
    }
}
