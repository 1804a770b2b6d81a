using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Documents;

/// <summary><c>spp document affected</c> and <c>invalid-bases</c>.</summary>
internal static class ImpactCommands
{
    public static Command Affected()
    {
        var name = DocumentCommands.DocumentArgument();
        var (on, kinds, depth) = (DocumentCommands.OnOption(), DocumentCommands.KindsOption(), DocumentCommands.DepthOption());
        var command = new Command("affected", "List the plans in force that a change of a document touches.") { name, on, kinds, depth };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ListAffectedPlansRequest
            {
                Name = DocumentCommands.NameOf(parsed.GetValue(name)!),
                On = DocumentCommands.DayOf(parsed.GetValue(on)),
                Kinds = { DocumentCommands.KindsOf(parsed.GetValue(kinds)) },
                MaxDepth = parsed.GetValue(depth),
                PageSize = 500,
            };
            var last = new ListAffectedPlansResponse();
            var plans = await Pages.All<ListAffectedPlansResponse.Types.AffectedPlan>(async token =>
            {
                request.PageToken = token;
                last = await connection.Documents.ListAffectedPlansAsync(request, Connection.Call(cancellation));
                return (last.Plans, last.NextPageToken);
            });
            var whole = new ListAffectedPlansResponse(last) { NextPageToken = "" };
            whole.Plans.Clear();
            whole.Plans.Add(plans);
            screen.Show(whole, console =>
            {
                console.Write(["Steps", "Plan", "Issuer", "Relation", "State", "Targets", "Duties", "Name"], [.. plans.Select(Row)], "No plan in force is touched.");
                if (plans.Count > 0)
                    console.WriteLine($"{last.PlanCount} plans with {last.TargetCount} targets and {last.ReportingDutyCount} reporting duties.");
                if (last.Truncated)
                    console.WriteLine("There may be more: ask with less depth or fewer kinds.");
            });
            return Exit.Ok;
        });
        return command;
    }

    public static Command InvalidBases()
    {
        var name = new Option<string?>("--document") { Description = "Only those of this document: documents/ID or plans/ID." };
        var onlyPlans = new Option<bool>("--plans") { Description = "Only bases of plans of the register." };
        var on = DocumentCommands.OnOption();
        var command = new Command("invalid-bases", "List documents in force that rest on one that is repealed, replaced or expired.") { name, onlyPlans, on };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var request = new ListInvalidBasesRequest
            {
                Name = DocumentCommands.NameOf(parsed.GetValue(name) ?? ""),
                OnlyPlans = parsed.GetValue(onlyPlans),
                On = DocumentCommands.DayOf(parsed.GetValue(on)),
                PageSize = 500,
            };
            var bases = await Pages.All<ListInvalidBasesResponse.Types.InvalidBasis>(async token =>
            {
                request.PageToken = token;
                var page = await connection.Documents.ListInvalidBasesAsync(request, Connection.Call(cancellation));
                return (page.Bases, page.NextPageToken);
            });
            screen.ShowAll(bases, console => console.Write(
                ["Document", "Issuer", "Rests by", "On", "Which is", "Name"],
                [
                    .. bases.Select(basis => new[]
                    {
                        DocumentWords.Of(basis.Document), basis.Document.Issuer, DocumentWords.Of(basis.Kind), DocumentWords.Of(basis.Basis),
                        DocumentWords.State(basis.Basis, basis.Standing), basis.Document.Name["documents/".Length..],
                    }),
                ],
                "Every basis counts."));
            return Exit.Ok;
        });
        return command;
    }

    private static string[] Row(ListAffectedPlansResponse.Types.AffectedPlan plan) =>
        [.. WalkCommands.Row(plan.Document)[..^1], $"{plan.TargetCount}", $"{plan.ReportingDutyCount}", plan.Document.Document.Plan["plans/".Length..]];
}
