using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan publish</c></summary>
internal static class PublishPlan
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, publish nothing." };
        var command = new Command("publish", "Publish a confirmed plan: its content is fixed and it is announced.") { name, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new PublishPlanRequest
            {
                Name = PlanCommands.NameOf(parsed.GetValue(name)!),
                RequestId = Guid.CreateVersion7().ToString(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var plan = await connection.Plans.PublishPlanAsync(request, Connection.Call(cancellation));
            screen.Show(plan, console => PlanTable.Write(console, [plan]));
            return Exit.Ok;
        });
        return command;
    }
}
