using Spectre.Console;

namespace SocialPolicy.Cli.Accounts;

/// <summary>A password from a person who types it twice unseen, or from the first line of standard input; never from the command line, which others can list.</summary>
internal static class TypedPassword
{
    /// <exception cref="IOException">None was given, or two different ones.</exception>
    public static string Read()
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine() is { Length: > 0 } line ? line : throw new IOException("A password is read from standard input; there is none.");

        var first = Ask("Password:");
        return Ask("Once more:") == first ? first : throw new IOException("These are two different passwords.");
    }

    private static string Ask(string prompt) => AnsiConsole.Prompt(new TextPrompt<string>(prompt).Secret(mask: null));
}
