using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Date = Google.Type.Date;

namespace SocialPolicy.Cli.Documents;

/// <summary>How documents and relations are written, and read from the command line.</summary>
internal static class DocumentWords
{
    private static readonly (string Word, RelationKind Kind)[] Table =
    [
        ("implements", RelationKind.Implements),
        ("pursuant-to", RelationKind.PursuantTo),
        ("guides", RelationKind.Guides),
        ("amends", RelationKind.Amends),
        ("replaces", RelationKind.Replaces),
        ("repeals", RelationKind.Repeals),
        ("cites", RelationKind.Cites),
        ("on-proposal-of", RelationKind.OnProposalOf),
    ];

    public static string Kinds { get; } = string.Join(", ", Table.Select(pair => pair.Word));

    /// <exception cref="IOException">It is none.</exception>
    public static RelationKind Kind(string said) => Table.Where(pair => pair.Word.Equals(said, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Kind).SingleOrDefault() is var kind and not RelationKind.Unspecified
        ? kind
        : throw new IOException($"'{said}' is no relation; these are: {Kinds}.");

    public static string Of(RelationKind kind) => Table.Where(pair => pair.Kind == kind).Select(pair => pair.Word).SingleOrDefault() ?? "?";

    /// <summary>"42-NQ/TW, 2023-11-24", or the title of what has no number.</summary>
    public static string Of(Document document)
    {
        var called = document.Number.Length > 0 ? document.Number : document.Title.Length > 0 ? document.Title : document.Name;
        return document.IssuedOn is null ? called : $"{called}, {PlanTable.Of(document.IssuedOn)}";
    }

    /// <summary>"stub", "ambiguous stub", "merged", or nothing for a known document.</summary>
    public static string State(Document document) => document switch
    {
        { MergedInto.Length: > 0 } => "merged",
        { Ambiguous: true } => "ambiguous stub",
        { Stub: true } => "stub",
        { Plan.Length: > 0 } => "plan",
        _ => "",
    };

    /// <summary>"in force", "repealed", "replaced, expired", "stub".</summary>
    public static string State(Document document, Standing standing)
    {
        var ended = string.Join(", ", new[]
        {
            standing.RepealedBy.Length > 0 ? "repealed" : "", standing.ReplacedBy.Length > 0 ? "replaced" : "", standing.Expired ? "expired" : "",
        }.Where(word => word.Length > 0));
        if (ended.Length > 0)
            return document.Stub ? $"{State(document)}, {ended}" : ended;
        return standing.InForce ? "in force" : document.Stub ? State(document) : "not in force";
    }

    /// <summary>2024, 2024-10 or 2024-10-15.</summary>
    /// <exception cref="IOException">It is no date.</exception>
    public static Date Date(string said)
    {
        var parts = said.Split('-').Select(part => int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return parts.Count is > 0 and <= 3 && !parts.Contains(-1)
            ? new() { Year = parts[0], Month = parts.ElementAtOrDefault(1), Day = parts.ElementAtOrDefault(2) }
            : throw new IOException($"'{said}' is no date; write it like 2026-11-24, 2026-11 or 2026.");
    }
}
