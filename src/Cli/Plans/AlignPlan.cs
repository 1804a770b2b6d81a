using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan align</c>: a plan beside the one above it.</summary>
internal static class AlignPlan
{
    /// <summary>So much of a finding's etag names it on the command line.</summary>
    public const int HandleLength = 8;

    public static Command Create()
    {
        var name = PlanCommands.PlanArgument();
        var with = WithOption();
        var open = new Option<bool>("--open") { Description = "Leave out what was accepted." };
        var command = new Command("align", "Compare a plan with the one above it: missing, weaker, stronger, later, of another unit, population or definition.") { name, with, open };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var check = await Check(connection, parsed.GetValue(name)!, parsed.GetValue(with), parsed.GetValue(open), cancellation);
            screen.Show(check, console => Write(console, check));
            return Exit.Ok;
        });
        return command;
    }

    public static Option<string?> WithOption() => new("--with") { Description = "The plan above: plans/ID, or the ID alone. Default: the plan of the register that this one says it implements." };

    public static async Task<CheckAlignmentResponse> Check(Connection connection, string plan, string? with, bool openOnly, CancellationToken cancellation) =>
        await connection.Alignment.CheckAlignmentAsync(
            new() { Plan = PlanCommands.NameOf(plan), Superior = with is null ? "" : PlanCommands.NameOf(with), OpenOnly = openOnly }, Connection.Call(cancellation));

    private static void Write(IAnsiConsole console, CheckAlignmentResponse check)
    {
        console.Write(
            ["Finding", "What", "Above", "Here", "In words", "Accepted"],
            [.. check.Findings.Select(Row)],
            "No differences.");
        console.WriteLine($"Compared {check.ComparedCount} targets with {check.Superior}: {check.EqualCount} agree; differences accepted: {check.AcceptedCount}.");
    }

    private static string[] Row(AlignmentFinding finding) =>
    [
        finding.Etag[..HandleLength],
        $"{finding.Kind}",
        finding.SuperiorTarget.Text,
        finding.Target?.Text ?? (finding.Candidates.Count > 0 ? string.Join("\n", finding.Candidates.Select(one => one.Text)) : "–"),
        finding.ExplanationVi,
        finding.Accepted ? finding.Acceptance.Reason : finding.Acceptance is null ? "" : $"no longer: {finding.Acceptance.Reason}",
    ];
}
