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
        Reset(),
        Act("reset-second-factor", "Take the second factor of an officer away who has lost the phone and the recovery codes. Be sure who asks.", (accounts, name) => accounts.ResetSecondFactor(name)),
        Act("disable", "Let an officer in no more. Open sessions end with their next token, within ten minutes.", (accounts, name) => accounts.Disable(name)),
        Act("enable", "Let a disabled officer in again.", (accounts, name) => accounts.Enable(name)),
    };

    private static Command Add()
    {
        var (name, role, agency, actFor, given) = (Name(), Role(), Agency(), ActFor(), new GivenPassword());
        var command = new Command("add", "Add an officer. The password is asked for, or read from standard input, and is the officer's until the first sign-in, which asks for another one.") { name, role, agency, actFor };
        given.AddTo(command);
        command.Runs((parsed, connection, screen, _) => given.Set(parsed, screen, parsed.GetRequiredValue(name), "added", (password, mustChange) =>
            Accounts(connection.Folder.Accounts()).Add(
                parsed.GetRequiredValue(name), password, parsed.GetValue(role) ?? [], parsed.GetValue(agency), parsed.GetValue(actFor) ?? [], mustChange)));
        return command;
    }

    private static Command Reset()
    {
        var (name, given) = (Name(), new GivenPassword());
        var command = new Command("reset", "Give an officer another password, until the next sign-in, which asks for one of the officer's own. The sessions of the old one end.") { name };
        given.AddTo(command);
        command.Runs((parsed, connection, screen, _) => given.Set(parsed, screen, parsed.GetRequiredValue(name), "reset", (password, mustChange) =>
            Accounts(connection.Folder.Accounts()).Reset(parsed.GetRequiredValue(name), password, mustChange)));
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
            var officers = OfficerSheet.Of(Accounts(connection.Folder.Accounts()));
            screen.ShowObject(officers.Select(officer => officer.ForPrograms), console =>
            {
                var table = new Table().Border(TableBorder.Rounded).AddColumns("Officer", "Roles", "Agency", "Acts for", "Signs in");
                foreach (var officer in officers)
                    table.AddRow(officer.Cells.Select(cell => new Text(cell)));
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

    // The same setting as the token service's.
    private static OfficerAccounts Accounts(PrivateFolder folder) =>
        new(folder, new AccountsLog(folder), new BreachedPasswords(Environment.GetEnvironmentVariable("Tokens__BreachedPasswords")));

    private static Argument<string> Name() => new("NAME") { Description = "The officer, such as nguyen.van.a: the subject of tokens and of the audit." };

    private static Option<string[]> Role() => new("--role") { Description = "What the officer may be, such as reporting_officer. Repeat for each." };

    private static Option<string?> Agency() => new("--agency") { Description = "Code of the agency the officer belongs to, such as spp:sl.so-y-te; * for the whole installation." };

    private static Option<string[]> ActFor() => new("--act-for") { Description = "Code of a further agency the officer may act for. Repeat for each." };
}
