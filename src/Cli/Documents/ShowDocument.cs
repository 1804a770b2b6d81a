using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Documents;

/// <summary><c>spp document show</c></summary>
internal static class ShowDocument
{
    public static Command Create()
    {
        var name = DocumentCommands.DocumentArgument();
        var command = new Command("show", "Show one document and what it says of others.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var document = await connection.Documents.GetDocumentAsync(new() { Name = DocumentCommands.NameOf(parsed.GetValue(name)!) }, Connection.Call(cancellation));
            await Show(screen, document, connection, cancellation);
            return Exit.Ok;
        });
        return command;
    }

    public static async System.Threading.Tasks.Task Show(Screen screen, Document document, Connection connection, CancellationToken cancellation)
    {
        var others = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (var other in screen.IsJson ? [] : document.Relations.Select(relation => relation.Document).Distinct(StringComparer.Ordinal))
            others[other] = await connection.Documents.GetDocumentAsync(new() { Name = other }, Connection.Call(cancellation));
        screen.Show(document, console => Write(console, document, others));
    }

    private static void Write(IAnsiConsole console, Document document, Dictionary<string, Document> others)
    {
        console.Write(new Rule(Markup.Escape(DocumentWords.Of(document))).LeftJustified());
        var grid = new Grid().AddColumns(2);
        void Line(string label, string value) => grid.AddRow(new Text(label), new Text(value.Length > 0 ? value : "–"));
        Line("Document", document.Name);
        Line("Plan", document.Plan);
        Line("State", DocumentWords.State(document) is { Length: > 0 } state ? state : "known");
        Line("Type", document.Type);
        Line("Title", document.Title);
        Line("Issuer", document.Issuer);
        Line("Province", document.Province);
        Line("In force", $"{PlanTable.Of(document.ValidFrom)} → {PlanTable.Of(document.ValidTo)}");
        Line("Cited by", $"{document.CitedByCount}");
        if (document.MergedInto.Length > 0)
            Line("Merged into", document.MergedInto);
        console.Write(grid);
        console.Write(
            ["Says", "Of", "", "From", "Name"],
            [.. document.Relations.Select(relation => Row(relation, others[relation.Document]))],
            "It says nothing of others.");
    }

    private static string[] Row(Relation relation, Document other) =>
        [DocumentWords.Of(relation.Kind), DocumentWords.Of(other), DocumentWords.State(other), PlanTable.Of(relation.EffectiveOn), relation.Document["documents/".Length..]];
}
