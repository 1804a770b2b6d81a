using System.CommandLine;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.Accounts;

/// <summary>A password that an administrator gives an officer: typed, or made here and shown once; the officer's until the next sign-in, unless it may stay.</summary>
internal sealed class GivenPassword
{
    private readonly Option<bool> generate = new("--generate") { Description = "Make the password here and print it, this once." };
    private readonly Option<bool> lasting = new("--lasting") { Description = "The officer may keep the password: the next sign-in asks for no other." };

    public void AddTo(Command command)
    {
        command.Options.Add(generate);
        command.Options.Add(lasting);
    }

    /// <param name="parsed">What was typed.</param>
    /// <param name="screen">Where it is said.</param>
    /// <param name="name">The officer.</param>
    /// <param name="what">What is done.</param>
    /// <param name="set">Sets the password; true when it must be changed at the next sign-in.</param>
    public Task<int> Set(ParseResult parsed, Screen screen, string name, string what, Action<string, bool> set)
    {
        var (made, mustChange) = (parsed.GetValue(generate) ? GeneratedPassword.Fresh() : null, !parsed.GetValue(lasting));
        set(made ?? TypedPassword.Read(), mustChange);
        screen.ShowObject(new { name, done = what, must_change = mustChange, password = made }, _ =>
        {
            Console.Out.WriteLine($"{name}: {what}.{(mustChange ? " The next sign-in asks for another password." : "")}");
            if (made is not null)
                Console.Out.WriteLine($"The password is shown this once:\n  {made}");
        });
        return Task.FromResult(Exit.Ok);
    }
}
