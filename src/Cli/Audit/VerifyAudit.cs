using System.CommandLine;
using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.Cli.Output;
using SocialPolicy.Operations.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Audit;

/// <summary><c>spp audit verify</c>: exit code 1 when something is not as it was sealed.</summary>
internal static class VerifyAudit
{
    public static Command Create()
    {
        var service = AuditCommands.ServiceOption();
        var head = new Option<string[]>("--head") { Description = "SERVICE:SEGMENT:DIGEST that was kept elsewhere: must still be part of the chain. Repeat for each." };
        var heads = new Option<FileInfo?>("--heads") { Description = "A file of such lines, as spp audit heads prints them." };
        var command = new Command("verify", "Find any entry that was edited, removed, added or moved, and any chain that was cut or written anew.") { service, head, heads };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var lines = parsed.GetValue(heads) is { } file ? await File.ReadAllLinesAsync(file.FullName, cancellation) : [];
            var known = lines.Where(line => line.Length > 0).Concat(parsed.GetValue(head) ?? []).Select(KnownHead.Parse).ToLookup(one => one.Service, one => one.Head);
            var answers = new List<(string Service, IReadOnlyList<VerifyAuditResponse> Said)>();
            foreach (var one in AuditCommands.Asked(parsed.GetValue(service)))
                answers.Add((one, await Verify(connection.Audit(one), known[one], cancellation)));

            screen.ShowLists([.. answers.Select(answer => (answer.Service, answer.Said.Cast<IMessage>()))], console => answers.ForEach(answer => Write(console, answer.Service, answer.Said)));
            return answers.TrueForAll(answer => answer.Said is [{ Done: true }]) ? Exit.Ok : Exit.Refused;
        });
        return command;
    }

    // What was found, and the end.
    private static async Task<IReadOnlyList<VerifyAuditResponse>> Verify(AuditService.AuditServiceClient audit, IEnumerable<AuditHead> known, CancellationToken cancellation)
    {
        using var call = audit.VerifyAudit(new() { KnownHeads = { known } }, cancellationToken: cancellation);
        return await call.ResponseStream.ReadAllAsync(cancellation).Where(answer => answer.Finding is not null || answer.Done).ToListAsync(cancellation);
    }

    private static void Write(IAnsiConsole console, string service, IReadOnlyList<VerifyAuditResponse> said)
    {
        foreach (var finding in said.Select(answer => answer.Finding).OfType<AuditFinding>())
            console.MarkupLineInterpolated($"{service}: [red]{finding.Kind}[/] {finding.Place}: {finding.Message}");
        if (said is [.., { Done: true } end])
        {
            console.WriteLine(
                $"{service}: {(end.FindingCount == 0 ? "whole" : $"{end.FindingCount} findings")}; {end.EntryCount} entries in {end.SegmentCount} segments, "
                + $"{end.GapCount} numbers of transactions that rolled back, {end.UnsealedCount} entries not sealed yet");
        }
        else
        {
            console.MarkupLineInterpolated($"{service}: [red]broken off[/]");
        }
    }
}
