using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan confirm</c>: a person's yes, with the corrections given as <c>--set field=value</c>.</summary>
internal static class ConfirmPlan
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var set = new Option<string[]>("--set") { Description = "A correction: FIELD=VALUE, such as number=12/KH-UBND or issued_on=2024-10-15. Repeat for each." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("confirm", "Confirm the reading of a plan, with corrections of its header.") { name, set, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ConfirmReadingRequest
            {
                Name = PlanCommands.NameOf(parsed.GetValue(name)!),
                Plan = new(),
                UpdateMask = new(),
                RequestId = Guid.CreateVersion7().ToString(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            foreach (var pair in parsed.GetValue(set) ?? [])
                Correct(request, pair);
            var plan = await connection.Plans.ConfirmReadingAsync(request, Connection.Call(cancellation));
            screen.Show(plan, console => PlanTable.Write(console, [plan]));
            return Exit.Ok;
        });
        return command;
    }

    private static void Correct(ConfirmReadingRequest request, string pair)
    {
        var (field, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : throw new IOException($"--set {pair}: expected FIELD=VALUE.");
        request.UpdateMask.Paths.Add(field);
        PlanFields.Set(request.Plan, field, value);
    }
}
