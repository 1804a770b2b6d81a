using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using SocialPolicy.PlanText;
using SocialPolicy.PlanText.Comparing;
using Spectre.Console;

namespace SocialPolicy.Cli.Plans;

/// <summary>What one version of a plan says otherwise than another.</summary>
/// <param name="Kind">As in <see cref="ComparedItem"/>.</param>
/// <param name="Change">added, dropped or changed.</param>
/// <param name="About">The item.</param>
/// <param name="Field">The field that changed; empty for an item as a whole.</param>
/// <param name="Before">Its value before.</param>
/// <param name="After">Its value after.</param>
internal sealed record PlanDifference(string Kind, string Change, string About, string Field, string Before, string After);

/// <summary><c>spp plan diff</c>: compares two readings, each from a document or from the register.</summary>
internal static class DiffPlans
{
    private static readonly string[] Order = ["header", "legal basis", "target", "vision target", "task target", "task", "reporting duty"];

    public static Command Create()
    {
        var before = new Argument<string>("BEFORE") { Description = "A document, or plans/ID of the register." };
        var after = new Argument<string>("AFTER") { Description = "The same for the other version." };
        var command = new Command("diff", "Show what one version of a plan says otherwise than another.") { before, after };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var differences = Between(
                await Items(parsed.GetValue(before)!, connection, cancellation),
                await Items(parsed.GetValue(after)!, connection, cancellation));
            screen.ShowObject(differences, console => Write(console, differences));
            return Exit.Ok;
        });
        return command;
    }

    /// <summary>All differences, by kind, in the order of the document.</summary>
    public static IReadOnlyList<PlanDifference> Between(IReadOnlyList<ComparedItem> before, IReadOnlyList<ComparedItem> after) =>
    [
        .. from kind in Order
           from pair in Pairing.Of(Of(before, kind), Of(after, kind), item => item.About)
           from difference in Between(pair)
           select difference,
    ];

    private static List<ComparedItem> Of(IReadOnlyList<ComparedItem> items, string kind) => [.. items.Where(item => item.Kind == kind)];

    private static IEnumerable<PlanDifference> Between(Pair<ComparedItem> pair) => pair switch
    {
        (null, { } added) => [new(added.Kind, "added", added.About, "", "", Summary(added))],
        ({ } dropped, null) => [new(dropped.Kind, "dropped", dropped.About, "", Summary(dropped), "")],
        ({ } was, { } now) =>
            from field in was.Fields.Keys
            where was.Fields[field] != now.Fields[field]
            select new PlanDifference(now.Kind, "changed", now.About, field, was.Fields[field], now.Fields[field]),
        _ => [],
    };

    private static string Summary(ComparedItem item) => string.Join(", ", item.Fields.Where(field => field.Value.Length > 0 && field.Key is not "items").Select(field => field.Value));

    private static async Task<IReadOnlyList<ComparedItem>> Items(string said, Connection connection, CancellationToken cancellation)
    {
        if (File.Exists(said))
            return ComparedItem.Of(PlanReader.Read(await ReadPlan.Text(new FileInfo(said), cancellation)));
        var request = new GetPlanRequest { Name = PlanCommands.NameOf(said), View = PlanView.Full };
        return ComparedItem.Of(await connection.Plans.GetPlanAsync(request, Connection.Call(cancellation)));
    }

    private static void Write(IAnsiConsole console, IReadOnlyList<PlanDifference> differences) => console.Write(
        ["", "What", "About", "Field", "Before", "After"],
        [.. differences.Select(one => new[] { one.Change, one.Kind, one.About, one.Field, one.Before, one.After })],
        "No difference.");
}
