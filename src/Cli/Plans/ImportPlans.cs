using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.Cli.Plans;

/// <summary><c>spp plan import</c>: documents in, readings out. The same file again is the same plan.</summary>
internal static class ImportPlans
{
    public static Command Create()
    {
        var paths = new Argument<FileSystemInfo[]>("PATH") { Description = $"Plan documents, or folders of them ({PlanFiles.Patterns}).", Arity = ArgumentArity.OneOrMore };
        paths.AcceptExistingOnly();
        var ifEmpty = new Option<bool>("--if-empty") { Description = "Do nothing when the register holds any plan." };
        var dryRun = new Option<bool>("--validate-only") { Description = "Read and check, store nothing." };
        var command = new Command("import", "Import plan documents: stored, read, waiting for a person's confirmation.") { paths, ifEmpty, dryRun };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            if (parsed.GetValue(ifEmpty) && await HasPlans(connection, cancellation))
                return Exit.Ok;
            var files = PlanFiles.In(parsed.GetValue(paths)!);
            return await Import(files, parsed.GetValue(dryRun), connection, screen, cancellation);
        });
        return command;
    }

    private static async Task<bool> HasPlans(Connection connection, CancellationToken cancellation) =>
        (await connection.Plans.ListPlansAsync(new() { PageSize = 1 }, Connection.Call(cancellation))).Plans.Count > 0;

    // A refused document does not keep the others out; the exit code tells that one was refused.
    private static async Task<int> Import(IReadOnlyList<FileInfo> files, bool dryRun, Connection connection, Screen screen, CancellationToken cancellation)
    {
        var client = connection.Plans;
        var imported = new List<Plan>();
        var worst = Exit.Ok;
        await screen.Progress("Importing", files.Count, async step =>
        {
            foreach (var file in files)
            {
                try
                {
                    imported.Add(await client.Import(file, dryRun, cancellation));
                }
                catch (Exception problem) when (Refusal.From(problem, cancellation) is { ExitCode: Exit.Refused } refusal)
                {
                    screen.Refuse(refusal with { Message = $"{file.Name}: {refusal.Message}" });
                    worst = Exit.Refused;
                }

                step(file.Name);
            }

            return imported;
        });
        if (imported.Count > 0 || screen.IsJson)
            screen.ShowAll(imported, console => PlanTable.Write(console, imported));
        return worst;
    }
}
