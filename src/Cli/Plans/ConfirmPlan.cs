using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan confirm</c>: a person's yes, with the corrections given as <c>--set field=value</c> and <c>--drop item</c>.</summary>
internal static class ConfirmPlan
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var set = new Option<string[]>("--set") { Description = "A correction: FIELD=VALUE, such as number=12/KH-UBND or issued_on=2024-10-15; of an item ITEM.FIELD=VALUE, such as targets/ID.year=2031 or reportingDuties/ID.deadline=2026-12-20 (0 for the year of one that recurs). Repeat for each." };
        var drop = new Option<string[]>("--drop") { Description = "An item that the document does not state: targets/ID, tasks/ID or reportingDuties/ID. Repeat for each." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("confirm", "Confirm the reading of a plan, with corrections of its header and items.") { name, set, drop, dryRun };
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
            var items = new ItemCorrections(request.Name, request.ItemCorrections);
            foreach (var pair in parsed.GetValue(set) ?? [])
                Correct(request, items, pair);
            foreach (var item in parsed.GetValue(drop) ?? [])
                items.Of(item).Drop = true;
            var plan = await connection.Plans.ConfirmReadingAsync(request, Connection.Call(cancellation));
            screen.Show(plan, console => PlanTable.Write(console, [plan]));
            return Exit.Ok;
        });
        return command;
    }

    private static void Correct(ConfirmReadingRequest request, ItemCorrections items, string pair)
    {
        if (items.Take(pair) is not var (field, value))
            return;
        request.UpdateMask.Paths.Add(field);
        PlanFields.Set(request.Plan, field, value);
    }
}
