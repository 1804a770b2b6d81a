namespace SocialPolicy.Benchmarks.Reading;

/// <summary>The texts that reading is measured on.</summary>
internal static class SamplePlans
{
    private const int OneMegabyte = 1_000_000;

    /// <summary>The five sample plans.</summary>
    public static IReadOnlyList<string> Five { get; } = In(Path.Combine(Root(), "samples/plans"));

    /// <summary>The five full documents where they are at hand (SPP_PLAN_CORPUS, or beside the repository); else the samples.</summary>
    public static IReadOnlyList<string> Full { get; } = Directory.Exists(Corpus) ? In(Corpus) : Five;

    /// <summary>One plan of a million characters: the sections of a sample, each with its paragraphs many times over.</summary>
    public static string Long { get; } = Repeated(Five[^1]);

    private static string Corpus => Environment.GetEnvironmentVariable("SPP_PLAN_CORPUS") is { Length: > 0 } folder ? folder : Path.Combine(Root(), "..", "shared", "plans");

    private static IReadOnlyList<string> In(string folder) => [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static string Repeated(string plan)
    {
        var paragraphs = plan.Split("\n\n");
        var times = OneMegabyte / plan.Length;
        return string.Join("\n\n", paragraphs.SelectMany(paragraph => Enumerable.Repeat(paragraph, paragraph.Length > 60 ? times : 1)));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SocialPolicyPlatform.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository root was not found above the benchmarks.");
    }
}
