using System.CommandLine;
using SocialPolicy.Cli.Output;
using Spectre.Console;

namespace SocialPolicy.Cli.Keeping;

/// <summary><c>spp restore</c>: makes the installation's data folder of a backup.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var store = Backed.StoreOption();
        var backup = Backed.BackupArgument();
        var replace = new Option<bool>("--replace") { Description = "Put the installation that is in the data folder aside, under a name of its own." };
        var command = new Command("restore", "Make the data folder of a stopped installation, or of none yet, of a backup. All of it or nothing.") { backup, store, replace };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var installation = Backed.Up(connection.Folder, parsed.GetValue(store));
            var restored = await installation.Restore(installation.Store.Find(parsed.GetValue(backup)!), parsed.GetValue(replace), cancellation);
            screen.ShowObject(new { restored.Manifest.Moment, restored.AnnouncedAgain, restored.PutAside }, console =>
            {
                console.WriteLine($"{connection.Folder} is as it was at {restored.Manifest.Moment:u}; {restored.AnnouncedAgain} announcements go out again when it starts.");
                if (restored.PutAside is { } aside)
                    console.WriteLine($"What was there before is in {aside}: remove it when it is not needed any more.");
            });
            return Exit.Ok;
        });
        return command;
    }
}
