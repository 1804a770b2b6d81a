using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
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
        var on = new Option<string?>("--on") { Description = "As it was, or will be, in force on this day: 2025-06-01. Default: today." };
        var known = new Option<DateTimeOffset?>("--known-at") { Description = "As the register knew it at this time: 2026-01-01T00:00:00+07:00. Default: now." };
        var command = new Command("show", "Show one plan with everything that was read from it, and what amendments made of it.") { name, on, known };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new GetPlanRequest { Name = PlanCommands.NameOf(parsed.GetValue(name)!), View = PlanView.Full };
            if (parsed.GetValue(on) is { } day)
                request.InForceOn = Said.Day(day);
            if (parsed.GetValue(known) is { } time)
                request.KnownAt = Timestamp.FromDateTimeOffset(time);
            var plan = await connection.Plans.GetPlanAsync(request, Connection.Call(cancellation));
            screen.Show(plan, console => PlanSheet.Write(console, plan));
            return Exit.Ok;
        });
        return command;
    }
}
