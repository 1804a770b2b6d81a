using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan show</c></summary>
internal static class ShowPlan
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var command = new Command("show", "Show one plan with everything that was read from it.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new GetPlanRequest { Name = PlanCommands.NameOf(parsed.GetValue(name)!), View = PlanView.Full };
            var plan = await connection.Plans.GetPlanAsync(request, Connection.Call(cancellation));
            screen.Show(plan, console => PlanSheet.Write(console, plan));
            return Exit.Ok;
        });
        return command;
    }
}
