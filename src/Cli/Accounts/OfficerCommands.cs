using System.CommandLine;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.Cli.Output;
using Spectre.Console;

namespace SocialPolicy.Cli.Accounts;

/// <summary><c>spp officer</c>: the officers who sign in, on the machine that holds the data folder; with the installation running or not.</summary>
internal static class OfficerCommands
{
    public static Command All() => new("officer", "The officers who sign in with a name and a password, in the data folder of this machine.")
    {
        Add(),
        List(),
        Roles(),
        Act("reset", "Give an officer another password. The sessions of the old one end.", (accounts, name) => accounts.Reset(name, TypedPassword.Read())),
        Act("disable", "Let an officer in no more. Open sessions end with their next token, within ten minutes.", (accounts, name) => accounts.Disable(name)),
        Act("enable", "Let a disabled officer in again.", (accounts, name) => accounts.Enable(name)),
    };

    private static Command Add()
    {
        var (name, role, agency, actFor) = (Name(), Role(), Agency(), ActFor());
        var command = new Command("add", "Add an officer. The password is asked for, or read from standard input.") { name, role, agency, actFor };
        command.Runs((parsed, connection, screen, _) => Done(screen, parsed.GetRequiredValue(name), "added", () =>
            Accounts(connection.Folder.Accounts()).Add(
                parsed.GetRequiredValue(name), TypedPassword.Read(), parsed.GetValue(role) ?? [], parsed.GetValue(agency), parsed.GetValue(actFor) ?? [])));
        return command;
    }

    private static Command Roles()
    {
        var (name, role, agency, actFor) = (Name(), Role(), Agency(), ActFor());
        var command = new Command("roles", "Say anew what an officer may be, for whom. It counts from the officer's next token on.") { name, role, agency, actFor };
        command.Runs((parsed, connection, screen, _) => Done(screen, parsed.GetRequiredValue(name), "given roles", () =>
            Accounts(connection.Folder.Accounts()).Give(parsed.GetRequiredValue(name), parsed.GetValue(role) ?? [], parsed.GetValue(agency), parsed.GetValue(actFor) ?? [])));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "List the officers.");
        command.Runs((_, connection, screen, _) =>
        {
            var officers = Accounts(connection.Folder.Accounts()).All;
            screen.ShowObject(
                officers.Select(officer => new { name = officer.Name, roles = officer.Roles, agency = officer.Agency, act_for = officer.ActFor ?? [], disabled = officer.Disabled }),
                console =>
                {
                    var table = new Table().Border(TableBorder.Rounded).AddColumns("Officer", "Roles", "Agency", "Acts for", "");
                    foreach (var officer in officers)
                        table.AddRow(new[] { officer.Name, string.Join(", ", officer.Roles), officer.Agency ?? "", string.Join(", ", officer.ActFor ?? []), officer.Disabled ? "disabled" : "" }.Select(cell => new Text(cell)));
                    console.Write(table);
                });
            return Task.FromResult(Exit.Ok);
        });
        return command;
    }

    private static Command Act(string verb, string description, Action<OfficerAccounts, string> act)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.Runs((parsed, connection, screen, _) => Done(screen, parsed.GetRequiredValue(name), verb, () => act(Accounts(connection.Folder.Accounts()), parsed.GetRequiredValue(name))));
        return command;
    }

    private static Task<int> Done(Screen screen, string name, string what, Action act)
    {
        act();
        screen.ShowObject(new { name, done = what }, _ => Console.Out.WriteLine($"{name}: {what}."));
        return Task.FromResult(Exit.Ok);
    }

    private static OfficerAccounts Accounts(PrivateFolder folder) => new(folder, new AccountsLog(folder));

    private static Argument<string> Name() => new("NAME") { Description = "The officer, such as nguyen.van.a: the subject of tokens and of the audit." };

    private static Option<string[]> Role() => new("--role") { Description = "What the officer may be, such as reporting_officer. Repeat for each." };

    private static Option<string?> Agency() => new("--agency") { Description = "Code of the agency the officer belongs to, such as spp:sl.so-y-te; * for the whole installation." };

    private static Option<string[]> ActFor() => new("--act-for") { Description = "Code of a further agency the officer may act for. Repeat for each." };
}
