using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Amendments;

/// <summary><c>spp amendment</c></summary>
internal static class AmendmentCommands
{
    public static Command All() => new("amendment", "What other documents change of published plans (sửa đổi, bổ sung).")
    {
        Propose(),
        RecordAmendment.Create(),
        Cancel(),
        List(),
        Show(),
    };

    private static Command Propose()
    {
        var plan = PlanCommands.PlanArgument();
        var amending = new Argument<string>("DOCUMENT") { Description = "The amending document in the register: plans/ID, confirmed." };
        var restates = RestatesOption();
        var command = new Command("propose", "Compare a plan with a document that amends it; records nothing.") { plan, amending, restates };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var answer = await connection.Amendments.ProposeAmendmentAsync(
                new()
                {
                    Plan = PlanCommands.NameOf(parsed.GetValue(plan)!),
                    AmendingPlan = PlanCommands.NameOf(parsed.GetValue(amending)!),
                    RestatesThePlan = parsed.GetValue(restates),
                },
                Connection.Call(cancellation));
            screen.Show(answer, console => AmendmentSheet.WriteChanges(console, answer.Changes));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Cancel()
    {
        var name = NameArgument();
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        var command = new Command("cancel", "Take an amendment back whose day has not come.") { name, reason };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var amendment = await connection.Amendments.CancelAmendmentAsync(
                new() { Name = parsed.GetValue(name)!, Reason = parsed.GetValue(reason)!, RequestId = Said.NewRequest() }, Connection.Call(cancellation));
            screen.Show(amendment, console => AmendmentSheet.Write(console, amendment));
            return Exit.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var plan = PlanCommands.PlanArgument();
        var command = new Command("list", "List the amendments of a plan, those that hold first at the top.") { plan };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ListAmendmentsRequest { Plan = PlanCommands.NameOf(parsed.GetValue(plan)!) };
            var amendments = await Pages.All<Amendment>(
                async token =>
                {
                    request.PageToken = token;
                    var page = await connection.Amendments.ListAmendmentsAsync(request, Connection.Call(cancellation));
                    return (page.Amendments, page.NextPageToken);
                });
            screen.ShowAll(amendments, console => AmendmentSheet.WriteTable(console, amendments));
            return Exit.Ok;
        });
        return command;
    }

    private static Command Show()
    {
        var name = NameArgument();
        var command = new Command("show", "Show one amendment with what it changes.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var amendment = await connection.Amendments.GetAmendmentAsync(new() { Name = parsed.GetValue(name)! }, Connection.Call(cancellation));
            screen.Show(amendment, console => AmendmentSheet.Write(console, amendment));
            return Exit.Ok;
        });
        return command;
    }

    internal static Option<bool> RestatesOption() =>
        new("--restates") { Description = "The document states the whole plan anew: what it leaves out is dropped." };

    private static Argument<string> NameArgument() => new("AMENDMENT") { Description = "plans/ID/amendments/ID." };
}
