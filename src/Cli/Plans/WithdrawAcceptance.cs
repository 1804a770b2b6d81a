using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using Spectre.Console;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan withdraw-acceptance</c></summary>
internal static class WithdrawAcceptance
{
    public static Command Create()
    {
        var name = new Argument<string>("ACCEPTANCE") { Description = "plans/ID/findingAcceptances/ID, as accept-finding and align --json show it." };
        var reason = new Option<string>("--reason") { Description = "Why it no longer counts.", Required = true };
        var command = new Command("withdraw-acceptance", "Withdraw an acceptance: the finding is open again.") { name, reason };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var withdrawn = await connection.Alignment.WithdrawAcceptanceAsync(
                new() { Name = parsed.GetValue(name)!, Reason = parsed.GetValue(reason)!, RequestId = Said.NewRequest() }, Connection.Call(cancellation));
            screen.Show(withdrawn, console => console.WriteLine($"Withdrawn: {withdrawn.Name}"));
            return Exit.Ok;
        });
        return command;
    }
}
