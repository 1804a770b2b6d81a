using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.Cli.Plans;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Amendments;

/// <summary><c>spp amendment record</c></summary>
internal static class RecordAmendment
{
    public static Command Create()
    {
        var plan = PlanCommands.PlanArgument();
        var from = new Option<string>("--from") { Description = "The first day on which the plan is as amended: 2026-01-01.", Required = true };
        var with = new Option<string?>("--with") { Description = "The amending document in the register: plans/ID, confirmed. Without --set and --drop, what is proposed by comparison is recorded." };
        var restates = AmendmentCommands.RestatesOption();
        var number = new Option<string?>("--number") { Description = "Of an amending document that is not in the register: 12/QĐ-UBND." };
        var issued = new Option<string?>("--issued-on") { Description = "Its day of issue." };
        var issuer = new Option<string?>("--issuer") { Description = "Who issued it." };
        var title = new Option<string?>("--title") { Description = "Its title." };
        var set = new Option<string[]>("--set") { Description = "A change: targets/ID.threshold.value=95, reportingDuties/ID.deadline=0000-12-20 (0 for the year of one that recurs). Repeat for each." };
        var drop = new Option<string[]>("--drop") { Description = "An item that the plan no longer has: targets/ID, tasks/ID or reportingDuties/ID. Repeat for each." };
        var note = new Option<string?>("--note") { Description = "Why." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Show the difference, record nothing." };
        var command = new Command("record", "Record what a document changes of a published plan, from a day on.")
        {
            plan, from, with, restates, number, issued, issuer, title, set, drop, note, dryRun,
        };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new AmendPlanRequest
            {
                Plan = PlanCommands.NameOf(parsed.GetValue(plan)!),
                EffectiveOn = Said.Day(parsed.GetValue(from)!),
                Document = new()
                {
                    Plan = parsed.GetValue(with) is { } document ? PlanCommands.NameOf(document) : "",
                    Number = parsed.GetValue(number) ?? "",
                    IssuedOn = parsed.GetValue(issued) is { } day ? Said.Day(day) : null,
                    Issuer = parsed.GetValue(issuer) ?? "",
                    Title = parsed.GetValue(title) ?? "",
                },
                Note = parsed.GetValue(note) ?? "",
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var items = new ItemCorrections(request.Plan, request.ItemChanges);
            foreach (var pair in parsed.GetValue(set) ?? [])
            {
                if (items.Take(pair) is var (field, _))
                    throw new IOException($"--set {field}: only items are amended; expected targets/ID.FIELD, tasks/ID.FIELD or reportingDuties/ID.FIELD.");
            }

            foreach (var item in parsed.GetValue(drop) ?? [])
                items.Of(item).Drop = true;
            if (request.ItemChanges.Count == 0 && request.Document.Plan.Length > 0)
                request.ItemChanges.Add(await Proposed(request, parsed.GetValue(restates), connection, cancellation));
            var amendment = await connection.Amendments.AmendPlanAsync(request, Connection.Call(cancellation));
            screen.Show(amendment, console => AmendmentSheet.Write(console, amendment));
            return Exit.Ok;
        });
        return command;
    }

    private static async Task<IEnumerable<ItemCorrection>> Proposed(AmendPlanRequest request, bool restates, Connection connection, CancellationToken cancellation)
    {
        var proposal = await connection.Amendments.ProposeAmendmentAsync(
            new() { Plan = request.Plan, AmendingPlan = request.Document.Plan, EffectiveOn = request.EffectiveOn, RestatesThePlan = restates }, Connection.Call(cancellation));
        return proposal.ItemChanges;
    }
}
