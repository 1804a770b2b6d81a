using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Matters;

/// <summary><c>spp matter raise</c></summary>
internal static class RaiseMatter
{
    public static Command Create()
    {
        var subject = new Argument<string>("SUBJECT") { Description = "plans/ID, plans/ID/targets/ID or plans/ID/tasks/ID." };
        var kind = new Option<Matter.Types.Kind>("--kind") { Description = "difficulty, proposal, adjustment or finding.", Required = true }.Among();
        var text = new Option<string>("--text") { Description = "What came up, without personal data.", Required = true };
        var by = new Option<string?>("--by") { Description = "Who raises it, agencies/ID or scheme:code. Default: your own agency." };
        var on = new Option<string?>("--on") { Description = "The day it was raised, yyyy-mm-dd. Default: today." };
        var letter = new Option<string?>("--letter") { Description = "Number of the letter it came by." };
        var command = new Command("raise", "Raise a matter about a plan, a target or a task.") { subject, kind, text, by, on, letter };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new RaiseMatterRequest
            {
                Subject = Said.NameOf(parsed.GetValue(subject)!, "plans"),
                Kind = parsed.GetValue(kind),
                Text = parsed.GetValue(text),
                RaisedBy = Said.NameOf(parsed.GetValue(by) ?? "", "agencies"),
                RaisedOn = parsed.GetValue(on) is { } day ? Said.Day(day) : null,
                DocumentNumber = parsed.GetValue(letter) ?? "",
                RequestId = Said.NewRequest(),
            };
            var matter = await connection.Matters.RaiseMatterAsync(request, Connection.Call(cancellation));
            screen.Show(matter, console => MatterCommands.Write(console, [matter]));
            return Exit.Ok;
        });
        return command;
    }
}
