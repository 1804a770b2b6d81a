using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan accept-finding</c>: a difference that is meant to be.</summary>
internal static class AcceptFinding
{
    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var finding = new Argument<string>("FINDING") { Description = "As 'spp plan align' names it, in its first column." };
        var with = AlignPlan.WithOption();
        var reason = new Option<string>("--reason") { Description = "Why it is meant to be.", Required = true };
        var dryRun = new Option<bool>("--validate-only") { Description = "Check, store nothing." };
        var command = new Command("accept-finding", "Accept a difference from the plan above, with a reason.") { name, finding, with, reason, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var check = await AlignPlan.Check(connection, parsed.GetValue(name)!, parsed.GetValue(with), openOnly: false, cancellation);
            var meant = Meant(check, parsed.GetValue(finding)!);
            var request = new AcceptFindingRequest
            {
                Plan = PlanCommands.NameOf(parsed.GetValue(name)!),
                Superior = check.Superior,
                Kind = meant.Kind,
                Rule = meant.Rule,
                SuperiorTarget = meant.SuperiorTarget.Name,
                Target = meant.Target?.Name ?? "",
                Etag = meant.Etag,
                Reason = parsed.GetValue(reason)!,
                RequestId = Said.NewRequest(),
                ValidateOnly = parsed.GetValue(dryRun),
            };
            var accepted = await connection.Alignment.AcceptFindingAsync(request, Connection.Call(cancellation));
            screen.Show(accepted, console => console.WriteLine($"Accepted: {accepted.ExplanationVi}\n{accepted.Acceptance.Name}"));
            return Exit.Ok;
        });
        return command;
    }

    // The handle is a part of the etag: who names it saw what both sides say.
    private static AlignmentFinding Meant(CheckAlignmentResponse check, string handle) =>
        check.Findings.Where(one => one.Etag.StartsWith(handle, StringComparison.Ordinal)).ToList() is [var only]
            ? only
            : throw new IOException($"The check has no finding {handle}; 'spp plan align' lists what it finds now.");
}
