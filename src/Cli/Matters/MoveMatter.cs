using System.CommandLine;
using Grpc.Core;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Matters;

/// <summary><c>spp matter assign</c>, <c>answer</c>, <c>close</c> and <c>reopen</c>.</summary>
internal static class MoveMatter
{
    public static Command Assign()
    {
        var (name, letter) = (MatterCommands.MatterArgument(), LetterOption());
        var agency = new Option<string>("--agency") { Description = "Who has to answer, agencies/ID or scheme:code.", Required = true };
        var due = new Option<string>("--due") { Description = "The last day to answer, yyyy-mm-dd.", Required = true };
        var text = new Option<string?>("--text") { Description = "What is asked." };
        return Command("assign", "Give a matter to an agency that has to answer.", name, [agency, due, text, letter], (parsed, matters, call) => matters.AssignMatterAsync(
            new()
            {
                Name = NameOf(parsed.GetValue(name)!), Agency = Said.NameOf(parsed.GetValue(agency)!, "agencies"), Due = Said.Day(parsed.GetValue(due)!), Text = parsed.GetValue(text) ?? "",
                DocumentNumber = parsed.GetValue(letter) ?? "", RequestId = Said.NewRequest(),
            },
            call));
    }

    public static Command Answer()
    {
        var (name, letter) = (MatterCommands.MatterArgument(), LetterOption());
        var text = new Option<string>("--text") { Description = "The answer.", Required = true };
        return Command("answer", "Answer an assigned matter.", name, [text, letter], (parsed, matters, call) => matters.AnswerMatterAsync(
            new() { Name = NameOf(parsed.GetValue(name)!), Text = parsed.GetValue(text), DocumentNumber = parsed.GetValue(letter) ?? "", RequestId = Said.NewRequest() }, call));
    }

    public static Command Close()
    {
        var name = MatterCommands.MatterArgument();
        var conclusion = new Option<string>("--conclusion") { Description = "What it is closed with.", Required = true };
        var amendment = new Option<string?>("--amendment") { Description = "Of an adjustment: plans/ID/amendments/ID." };
        var declined = new Option<bool>("--declined") { Description = "What an adjustment or proposal asks for is not done; the conclusion says why." };
        return Command("close", "Close an answered matter.", name, [conclusion, amendment, declined], (parsed, matters, call) => matters.CloseMatterAsync(
            new()
            {
                Name = NameOf(parsed.GetValue(name)!), Conclusion = parsed.GetValue(conclusion), Amendment = parsed.GetValue(amendment) ?? "",
                Outcome = parsed.GetValue(declined) ? Matter.Types.Outcome.Declined : Matter.Types.Outcome.Settled, RequestId = Said.NewRequest(),
            },
            call));
    }

    public static Command Reopen()
    {
        var name = MatterCommands.MatterArgument();
        var reason = new Option<string>("--reason") { Description = "Why.", Required = true };
        return Command("reopen", "Open a closed matter again.", name, [reason], (parsed, matters, call) => matters.ReopenMatterAsync(
            new() { Name = NameOf(parsed.GetValue(name)!), Reason = parsed.GetValue(reason), RequestId = Said.NewRequest() }, call));
    }

    private static string NameOf(string said) => Said.NameOf(said, "matters");

    private static Option<string?> LetterOption() => new("--letter") { Description = "Number of the letter." };

    private static Command Command(
        string name, string description, Argument matter, Option[] options, Func<ParseResult, MatterService.MatterServiceClient, CallOptions, AsyncUnaryCall<Matter>> act)
    {
        var command = new Command(name, description) { matter };
        foreach (var option in options)
            command.Options.Add(option);
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var moved = await act(parsed, connection.Matters, Connection.Call(cancellation));
            screen.Show(moved, console => MatterCommands.WriteWhole(console, moved));
            return Exit.Ok;
        });
        return command;
    }
}
