using System.CommandLine;
using SocialPolicy.Backups.Form;
using SocialPolicy.Cli.Output;
using Spectre.Console;

namespace SocialPolicy.Cli.Keeping;

/// <summary><c>spp backup</c>: takes one; lists them; checks one by restoring it beside everything else.</summary>
internal static class BackupCommands
{
    public static Command All()
    {
        var store = Backed.StoreOption();
        var take = new Command("backup", "Copy all databases, files and secrets of the installation on this machine, as of one moment; it may run meanwhile.")
        {
            store, List(), Verify(),
        };
        take.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var (backup, manifest) = await Backed.Up(connection.Folder, parsed.GetValue(store)).Take(cancellation);
            var sheet = new BackupSheet(backup, manifest);
            screen.ShowObject(sheet, console =>
            {
                console.WriteLine($"{backup.Path}");
                console.WriteLine($"{sheet.Rows} rows in {sheet.Tables} tables of {sheet.Databases} databases, {sheet.Size / 1024} kB, as of {manifest.Moment:u}; restored once and found whole.");
                foreach (var damaged in manifest.DamagedOriginals)
                    console.MarkupLineInterpolated($"[red]{damaged}[/] is not what its name says: take it from an older backup.");
            });
            return Exit.Ok;
        });
        return take;
    }

    private static Command List()
    {
        var store = Backed.StoreOption();
        var command = new Command("list", "List the backups there are, and whether the last one failed.") { store };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var kept = Backed.Up(connection.Folder, parsed.GetValue(store)).Store;
            var sheets = new List<BackupSheet>();
            foreach (var backup in kept.All())
                sheets.Add(new(backup, await backup.Glance(cancellation)));
            screen.ShowObject(new { backups = sheets, lastFailure = kept.LastFailure }, console => Write(console, kept, sheets));
            return kept.LastFailure is null ? Exit.Ok : Exit.Failed;
        });
        return command;
    }

    private static Command Verify()
    {
        var store = Backed.StoreOption();
        var backup = Backed.BackupArgument();
        var scratch = new Option<DirectoryInfo?>("--scratch") { Description = "Where the restored databases may lie meanwhile. Default: the folder of temporary files." };
        var command = new Command("verify", "Read every byte of a backup, restore it beside everything else, compare every table, and check its audit.") { backup, store, scratch };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var found = Backed.Up(connection.Folder, parsed.GetValue(store)).Store.Find(parsed.GetValue(backup)!);
            var manifest = await SocialPolicy.Backups.Installation.Verify(found, parsed.GetValue(scratch)?.FullName ?? Path.GetTempPath(), cancellation);
            var sheet = new BackupSheet(found, manifest);
            screen.ShowObject(sheet, console => console.WriteLine(
                $"{found.Name}: whole; {sheet.Rows} rows in {sheet.Tables} tables are those of {manifest.Moment:u}, and {manifest.AuditHeads.Count} audit chains hold."));
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(IAnsiConsole console, BackupStore kept, IReadOnlyList<BackupSheet> sheets)
    {
        console.Write(["Backup", "As of", "Rows", "Size", "PostgreSQL"],
            [.. sheets.Select(sheet => new[] { sheet.Name, $"{sheet.Moment:u}", $"{sheet.Rows}", $"{sheet.Size / 1024} kB", sheet.PostgreSql })], $"No backups in {kept.Path}.");
        if (kept.LastFailure is { } failure)
            console.MarkupLineInterpolated($"[red]The last backup failed:[/] {failure}");
    }
}
