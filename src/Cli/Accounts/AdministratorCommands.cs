using System.CommandLine;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Clients;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.Accounts;

/// <summary><c>spp administrator</c>: who may do everything, on the machine that holds the data folder; with the installation running or not.</summary>
internal static class AdministratorCommands
{
    public static Command All() => new("administrator", "The administrator of the installation in the data folder of this machine.")
    {
        Create(),
        Reset(),
    };

    private static Command Create()
    {
        var command = new Command("create", "Make the administrator and print its secret, which is shown this once and kept nowhere. Prints nothing when there is one.");
        command.Runs((_, connection, screen, _) =>
        {
            var folder = connection.Folder.Accounts();
            return Task.FromResult(Show(screen, AdministratorAccount.Create(folder, new AccountsLog(folder)), "The administrator was made."));
        });
        return command;
    }

    private static Command Reset()
    {
        var command = new Command("reset", "Give the administrator a new secret and print it, this once. The old one is refused from then on.");
        command.Runs((_, connection, screen, _) =>
        {
            var folder = connection.Folder.Accounts();
            return Task.FromResult(Show(screen, AdministratorAccount.Reset(folder, new AccountsLog(folder)), "The administrator has a new secret; tokens got with the old one end within ten minutes."));
        });
        return command;
    }

    private static int Show(Screen screen, string? secret, string said)
    {
        if (secret is not null)
        {
            screen.ShowObject(new { client_id = AdministratorAccount.ClientId, client_secret = secret }, _ =>
            {
                Console.Out.WriteLine($"{said} Its secret is shown this once; keep it where you keep such things:");
                Console.Out.WriteLine($"  SPP_CLIENT_ID={AdministratorAccount.ClientId}");
                Console.Out.WriteLine($"  SPP_CLIENT_SECRET={secret}");
                Console.Out.WriteLine("A lost one is followed by a new one: ./spp administrator reset");
            });
        }

        return Exit.Ok;
    }
}
