using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Successions;

/// <summary><c>spp succession</c>: what became of units and agencies.</summary>
internal static class SuccessionCommands
{
    public static Command All() => new("succession", "What became of units and agencies (kế thừa): merged, split, renamed, dissolved, functions transferred.")
    {
        RecordCommand.Create(), List(), Show(),
    };

    public static void Write(IAnsiConsole console, IReadOnlyCollection<Succession> successions) => console.Write(
        ["From", "Kind", "Predecessors", "Heirs", "Ground", "Succession"],
        [
            .. successions.Select(one => new[]
            {
                PlanTable.Of(one.EffectiveOn),
                one.Kind.ToString(),
                Lines(one.Predecessors.Select(member => $"{member.DisplayName} ({member.Code})")),
                one.NewName.Length > 0 ? one.NewName : Lines(one.Heirs.Select(Heir)),
                one.LegalGround,
                one.Name["successions/".Length..],
            }),
        ],
        "No successions.");

    private static Command List()
    {
        var unit = new Option<string?>("--unit") { Description = "Only those in which this unit is predecessor or heir: units/ID or scheme:code." };
        var agency = new Option<string?>("--agency") { Description = "Only those in which this agency is predecessor or heir: agencies/ID or scheme:code." };
        var command = new Command("list", "List successions, the latest day at the top.") { unit, agency };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var successions = await Pages.All<Succession>(async token =>
            {
                var request = new ListSuccessionsRequest
                {
                    Unit = Said.NameOf(parsed.GetValue(unit) ?? "", "units"),
                    Agency = Said.NameOf(parsed.GetValue(agency) ?? "", "agencies"),
                    PageSize = 500,
                    PageToken = token,
                };
                var page = await connection.Successions.ListSuccessionsAsync(request, Connection.Call(cancellation));
                return (page.Successions, page.NextPageToken);
            });
            screen.ShowAll(successions, console => Write(console, successions));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Show()
    {
        var name = new Argument<string>("SUCCESSION") { Description = "successions/ID, or the ID alone." };
        var command = new Command("show", "Show one succession.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var succession = await connection.Successions.GetSuccessionAsync(new() { Name = Said.NameOf(parsed.GetValue(name)!, "successions") }, Connection.Call(cancellation));
            screen.Show(succession, console => Write(console, [succession]));
            return Exit.Ok;
        });
        return command;
    }

    private static string Heir(Succession.Types.Heir heir) =>
        string.Join(", ", new[] { $"{heir.DisplayName} ({heir.Code})", heir.Share, heir.Function }.Where(part => part.Length > 0));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
