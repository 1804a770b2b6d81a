using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Owners;

/// <summary><c>spp owner assign</c>: many items in one act.</summary>
internal static class AssignOwners
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var items = new Option<string[]>("--item") { Description = "targets/ID or tasks/ID. Repeat for each." };
        var theme = new Option<string?>("--theme") { Description = "All targets and tasks of a field of policy, such as y_te." };
        var section = new Option<string?>("--section") { Description = "A task with all below it: tasks/ID." };
        var onlyUnowned = new Option<bool>("--only-unowned") { Description = "Of a theme or section only what nobody leads." };
        var lead = new Option<string?>("--lead") { Description = "The lead agency, agencies/ID or scheme:code." };
        var coordinating = new Option<string[]>("--with") { Description = "A coordinating agency. Repeat for each." };
        var withdraw = new Option<bool>("--withdraw") { Description = "Nobody owns the items any more." };
        var from = new Option<string?>("--from") { Description = "From which day on, yyyy-mm-dd. Default: today." };
        var reason = new Option<string?>("--reason") { Description = "Why." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("assign", "Assign the owners of items, of a theme or of a section of tasks.")
        {
            name, items, theme, section, onlyUnowned, lead, coordinating, withdraw, from, reason, dryRun,
        };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var plan = PlanCommands.NameOf(parsed.GetValue(name)!);
            var assignment = new AssignOwnersRequest.Types.Assignment
            {
                Items = { (parsed.GetValue(items) ?? []).Select(item => OwnerCommands.NameOf(item, plan)) },
                Theme = parsed.GetValue(theme) ?? "",
                Section = parsed.GetValue(section) is { } task ? OwnerCommands.NameOf(task, plan) : "",
                OnlyUnowned = parsed.GetValue(onlyUnowned),
                Lead = Said.NameOf(parsed.GetValue(lead) ?? "", "agencies"),
                Coordinating = { (parsed.GetValue(coordinating) ?? []).Select(agency => Said.NameOf(agency, "agencies")) },
                Withdraw = parsed.GetValue(withdraw),
            };
            var request = new AssignOwnersRequest
            {
                Plan = plan,
                Assignments = { assignment },
                From = parsed.GetValue(from) is { } day ? Said.Day(day) : null,
                Reason = parsed.GetValue(reason) ?? "",
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var answer = await connection.Owners.AssignOwnersAsync(request, Connection.Call(cancellation));
            screen.Show(answer, console =>
            {
                OwnerCommands.Write(console, answer.Items);
                console.WriteLine($"{answer.AssignedCount} assigned, {answer.UnchangedCount} had these owners already.");
            });
            return Exit.Ok;
        });
        return command;
    }
}
