using System.CommandLine;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Date = Google.Type.Date;

namespace SocialPolicy.Cli.Documents;

/// <summary><c>spp document</c>: the graph of documents above and below plans.</summary>
internal static class DocumentCommands
{
    public static Command All() => new("document", "The graph of documents (văn bản): what plans rest on, and what rests on them.")
    {
        ListDocuments.Create(),
        ShowDocument.Create(),
        RegisterDocument.Create(),
        MergeDocuments.Create(),
        WalkCommands.Ancestors(),
        WalkCommands.Descendants(),
        WalkCommands.Path(),
        ImpactCommands.Affected(),
        ImpactCommands.InvalidBases(),
        CoverageCommand.Create(),
    };

    /// <summary>A document as people name it.</summary>
    public static Argument<string> DocumentArgument(string name = "DOCUMENT") => new(name) { Description = "documents/ID, the ID alone, or plans/ID." };

    public static string NameOf(string said) => Said.NameOf(said, "documents");

    public static Option<string?> OnOption() => new("--on") { Description = "The day whose relations and validity count, yyyy-mm-dd. Default: today." };

    public static Option<int> DepthOption() => new("--depth") { Description = "How many relations to follow, at most 64. Default: 16." };

    public static Option<string[]> KindsOption() => new("--kind") { Description = $"Follow relations of this kind: {DocumentWords.Kinds}. Repeat for each. Default: implements, pursuant-to and guides." };

    public static Date? DayOf(string? said) => said is null ? null : Said.Day(said);

    public static IEnumerable<RelationKind> KindsOf(string[]? said) => (said ?? []).Select(DocumentWords.Kind);
}
