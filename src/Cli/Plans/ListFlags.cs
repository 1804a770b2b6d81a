using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan flags</c>: what a person should look at before confirming, worst first.</summary>
internal static class ListFlags
{
    public static Command Create()
    {
        var name = new Argument<string?>("PLAN") { Description = "plans/ID, or the ID alone. Default: all plans that are not published.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("flags", "List what a person should look at, worst first.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var plan = parsed.GetValue(name) is { } said ? PlanCommands.NameOf(said) : "";
            var flags = await Pages.All<ListFlagsResponse.Types.PlanFlag>(async token =>
            {
                var page = await connection.Plans.ListFlagsAsync(new() { Plan = plan, PageSize = 1000, PageToken = token }, Connection.Call(cancellation));
                return (page.Flags, page.NextPageToken);
            });
            screen.ShowAll(flags, console => console.Write(
                ["", "What", "Where", "Text", "Plan"],
                [.. flags.Select(one => new[] { $"{one.Flag.Severity}", one.Flag.Code, Within(one), one.Flag.Quote, one.Title.Length > 0 ? one.Title : one.Plan })],
                "Nothing to look at."));
            return Exit.Ok;
        });
        return command;
    }

    // The item within the plan, or the place in the text.
    private static string Within(ListFlagsResponse.Types.PlanFlag one) =>
        one.Flag.Item.Length > one.Plan.Length ? one.Flag.Item[(one.Plan.Length + 1)..] : one.Flag.Span is { } span ? $"{span.Start}–{span.End}" : "";
}
