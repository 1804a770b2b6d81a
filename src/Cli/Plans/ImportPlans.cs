using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using SocialPolicy.PlanRegistry.V1;
using Spectre.Console;
using Task = System.Threading.Tasks.Task;

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
        var below = new Option<bool>("--recursive") { Description = "Also the documents in folders below." };
        var report = new Option<FileInfo?>("--report") { Description = "Write a line of JSON for each file here; an import that broke off goes on with it: what was taken in is not sent again." };
        var command = new Command("import", "Import plan documents: stored, read, waiting for a person's confirmation.") { paths, ifEmpty, dryRun, below, report };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            if (parsed.GetValue(ifEmpty) && await HasPlans(connection, cancellation))
                return Exit.Ok;
            var files = PlanFiles.In(parsed.GetValue(paths)!, parsed.GetValue(below));
            using var written = ImportReport.Open(parsed.GetValue(report));
            return await new Run(connection.Plans, screen, written, parsed.GetValue(dryRun)).Of(files, cancellation);
        });
        return command;
    }

    private static async Task<bool> HasPlans(Connection connection, CancellationToken cancellation) =>
        (await connection.Plans.ListPlansAsync(new() { PageSize = 1 }, Connection.Call(cancellation))).Plans.Count > 0;

    private sealed class Run(PlanService.PlanServiceClient client, Screen screen, ImportReport report, bool dryRun)
    {
        private readonly List<Plan> imported = [];
        private readonly List<ImportedFile> known = [];
        private int worst = Exit.Ok;

        // A refused document does not keep the others out; the exit code tells that one was refused.
        public async Task<int> Of(IReadOnlyList<FileInfo> files, CancellationToken cancellation)
        {
            await screen.Progress("Importing", files.Count, async step =>
            {
                foreach (var file in files)
                {
                    await Import(file, cancellation);
                    step(file.Name);
                }

                return imported;
            });
            if (imported.Count > 0 || screen.IsJson)
                screen.ShowAll(imported, console => PlanTable.Write(console, imported));
            if (known.Count > 0 && !screen.IsJson)
                screen.People.WriteLine($"{known.Count} files were taken in before and are in the report.");
            return worst;
        }

        private async Task Import(FileInfo file, CancellationToken cancellation)
        {
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
            if (report.Known(bytes) is { } done)
            {
                known.Add(done);
                return;
            }

            try
            {
                var plan = await client.Import(file, bytes, dryRun, cancellation);
                imported.Add(plan);
                if (!dryRun)
                    report.Add(file, bytes, plan.Name);
            }
            catch (Exception problem) when (Refusal.From(problem, cancellation) is { ExitCode: Exit.Refused } refusal)
            {
                screen.Refuse(refusal with { Message = $"{file.Name}: {refusal.Message}" });
                report.Add(file, bytes, plan: null, refusal.Reason, refusal.Message);
                worst = Exit.Refused;
            }
        }
    }
}
