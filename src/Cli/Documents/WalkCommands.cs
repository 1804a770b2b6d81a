using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Documents;

/// <summary><c>spp document ancestors</c>, <c>descendants</c> and <c>path</c>.</summary>
internal static class WalkCommands
{
    private static readonly string[] Columns = ["Steps", "Document", "Issuer", "Relation", "State", "Name"];

    public static Command Ancestors() => Walk(
        "ancestors", "List the documents above one, the nearest first.",
        async (connection, name, on, kinds, depth, token, cancellation) =>
        {
            var request = new ListAncestorsRequest { Name = name, On = on, Kinds = { kinds }, MaxDepth = depth, PageSize = 1000, PageToken = token };
            var page = await connection.Documents.ListAncestorsAsync(request, Connection.Call(cancellation));
            return new(page.Documents, page.Cycles, page.Truncated, page.NextPageToken);
        });

    public static Command Descendants() => Walk(
        "descendants", "List the documents below one, the nearest first.",
        async (connection, name, on, kinds, depth, token, cancellation) =>
        {
            var request = new ListDescendantsRequest { Name = name, On = on, Kinds = { kinds }, MaxDepth = depth, PageSize = 1000, PageToken = token };
            var page = await connection.Documents.ListDescendantsAsync(request, Connection.Call(cancellation));
            return new(page.Documents, page.Cycles, page.Truncated, page.NextPageToken);
        });

    public static Command Path()
    {
        var (from, to) = (DocumentCommands.DocumentArgument("FROM"), DocumentCommands.DocumentArgument("TO"));
        var (on, kinds) = (DocumentCommands.OnOption(), DocumentCommands.KindsOption());
        var command = new Command("path", "Find the shortest way from a document up to another.") { from, to, on, kinds };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new FindPathRequest
            {
                From = DocumentCommands.NameOf(parsed.GetValue(from)!),
                To = DocumentCommands.NameOf(parsed.GetValue(to)!),
                On = DocumentCommands.DayOf(parsed.GetValue(on)),
                Kinds = { DocumentCommands.KindsOf(parsed.GetValue(kinds)) },
            };
            var answer = await connection.Documents.FindPathAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console => console.Write(Columns, [.. answer.Steps.Select(Row)], answer.Found ? "Both are one document." : "No way leads up there."));
            return Exit.Ok;
        });
        return command;
    }

    public static string[] Row(RelatedDocument found) =>
    [
        $"{found.Depth}", DocumentWords.Of(found.Document), found.Document.Issuer, DocumentWords.Of(found.Kind), DocumentWords.State(found.Document, found.Standing), found.Document.Name["documents/".Length..],
    ];

    private static Command Walk(string verb, string description, Func<Connection, string, Google.Type.Date?, IEnumerable<RelationKind>, int, string, CancellationToken, Task<WalkPage>> ask)
    {
        var name = DocumentCommands.DocumentArgument();
        var (on, kinds, depth) = (DocumentCommands.OnOption(), DocumentCommands.KindsOption(), DocumentCommands.DepthOption());
        var command = new Command(verb, description) { name, on, kinds, depth };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            WalkPage last = null!;
            var found = await Pages.All<RelatedDocument>(async token =>
            {
                last = await ask(
                    connection, DocumentCommands.NameOf(parsed.GetValue(name)!), DocumentCommands.DayOf(parsed.GetValue(on)),
                    DocumentCommands.KindsOf(parsed.GetValue(kinds)), parsed.GetValue(depth), token, cancellation);
                return (last.Documents, last.Next);
            });

            // Both lists have this shape: programs are told of circles as people are.
            var whole = new ListAncestorsResponse { Documents = { found }, Cycles = { last.Cycles }, Truncated = last.Truncated };
            screen.Show(whole, console => Write(console, whole));
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, ListAncestorsResponse whole)
    {
        console.Write(Columns, [.. whole.Documents.Select(Row)], "No documents.");
        foreach (var cycle in whole.Cycles)
            console.MarkupLineInterpolated($"[yellow]In a circle:[/] {string.Join(", ", cycle.Documents)}");
        if (whole.Truncated)
            console.MarkupLineInterpolated($"[yellow]There is more:[/] ask with less depth or fewer kinds.");
    }

    private sealed record WalkPage(IReadOnlyList<RelatedDocument> Documents, IReadOnlyList<Cycle> Cycles, bool Truncated, string Next);
}
