using System.Text.Json.Nodes;

namespace SocialPolicy.PlanText.Scoring;

/// <summary>A plan with the gold file that says what is in it.</summary>
internal sealed record GoldPlan(string Name, string Text, JsonNode Gold);

/// <summary>Where the documents are: those of the repository, and a corpus of full documents where there is one.</summary>
internal static class Corpus
{
    public static string Samples { get; } = Path.Combine(Root(), "samples", "plans");

    /// <summary>Plans of other subjects, levels and forms than the samples, in our own words.</summary>
    public static string Others { get; } = Path.Combine(Root(), "tests", "PlanText", "OtherPlans");

    /// <summary>Plans with a table copied as rows of tabs, which are read as rows only while each is one line.</summary>
    public static string RowsOfTabs { get; } = Path.Combine(Others, "RowsOfTabs");

    /// <summary>Documents that speak of plans and targets, and are none.</summary>
    public static string NotPlans { get; } = Path.Combine(Others, "NotPlans");

    public static string Full { get; } = Environment.GetEnvironmentVariable("SPP_PLAN_CORPUS") is { Length: > 0 } folder ? folder : Path.GetFullPath(Path.Combine(Root(), "..", "shared", "plans"));

    public static bool HasFull => Directory.Exists(Path.Combine(Full, "gold"));

    public static IReadOnlyList<GoldPlan> In(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(folder, "gold"), "*.gold.json").Order(StringComparer.Ordinal).Select(gold =>
        {
            var name = Path.GetFileName(gold)[..^".gold.json".Length];
            return new GoldPlan(name, File.ReadAllText(Path.Combine(folder, name + ".txt")), JsonNode.Parse(File.ReadAllText(gold))!);
        }),
    ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SocialPolicyPlatform.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository root was not found above the tests.");
    }
}

/// <summary>Runs only where the corpus of full documents is present.</summary>
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (!Corpus.HasFull)
            Skip = $"No corpus of full documents at {Corpus.Full}; set SPP_PLAN_CORPUS to a folder with *.txt and gold/*.gold.json.";
    }
}
