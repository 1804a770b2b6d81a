namespace SocialPolicy.Benchmarks;

/// <summary>All workloads of this assembly.</summary>
internal static class Catalogue
{
    private static readonly IReadOnlyList<Workload> All =
    [
        .. from type in typeof(Workload).Assembly.GetTypes()
           where type.IsSubclassOf(typeof(Workload)) && !type.IsAbstract
           orderby type.FullName
           select (Workload)Activator.CreateInstance(type)!,
    ];

    public static IReadOnlySet<string> Suites { get; } = All.Select(workload => workload.Suite).ToHashSet();

    public static IEnumerable<Workload> Of(string suite) => All.Where(workload => workload.Suite == suite);

    public static ServedWorkload Served(string name) => All.OfType<ServedWorkload>().Single(workload => workload.Name == name);
}
