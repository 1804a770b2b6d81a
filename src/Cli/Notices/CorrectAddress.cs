using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using Spectre.Console;

namespace SocialPolicy.Cli.Notices;

/// <summary><c>spp delivery correct-address</c>: the right of whoever stands behind an address.</summary>
internal static class CorrectAddress
{
    public static Command Create()
    {
        var address = new Argument<string>("ADDRESS") { Description = "The address that notices hold." };
        var corrected = new Argument<string?>("CORRECTED") { Description = "The right one; none: it is removed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("correct-address", "Correct or remove a mail address in the notices that were sent to it. For administrators.") { address, corrected };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var answer = await connection.Notices.CorrectAddressAsync(
                new() { Address = parsed.GetValue(address)!, CorrectedAddress = parsed.GetValue(corrected) ?? "", RequestId = Said.NewRequest() }, Connection.Call(cancellation));
            screen.Show(answer, console => console.WriteLine($"{answer.NoticeCount} notices held it."));
            return Exit.Ok;
        });
        return command;
    }
}
