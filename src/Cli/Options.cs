using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli;

/// <summary>What every command understands, and the one way a command runs.</summary>
internal static class Options
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON for programs.", Recursive = true };

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Data folder of the installation on this machine. Default: $SPP_DATA, else .data beside the platform.",
        Recursive = true,
    };

    private static readonly Option<string[]> Address = new("--address")
    {
        Description = "SERVICE=URL of a service elsewhere, such as planregistry=http://10.0.0.5:5101. Repeat for each; tokens=URL, or $SPP_AUTHORITY, is the issuer: the token service or another OpenID provider.",
        Recursive = true,
    };

    private static readonly Option<FileInfo?> TlsAuthority = new("--tls-authority")
    {
        Description = "File of the authority, in PEM, that vouches for the services and the issuer. Default: $SPP_TLS_AUTHORITY, else those this system trusts.",
        Recursive = true,
    };

    private static readonly Option<string?> As = new("--as")
    {
        Description = "Sign in as this client of the sandbox, such as demo-officer. Default: the operator of this machine, or $SPP_CLIENT_ID.",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Json);
        root.Options.Add(Data);
        root.Options.Add(Address);
        root.Options.Add(TlsAuthority);
        root.Options.Add(As);
    }

    /// <summary>Runs <paramref name="act"/> with a connection and turns what goes wrong into one line and an exit code.</summary>
    public static void Runs(this Command command, Func<ParseResult, Connection, Screen, CancellationToken, Task<int>> act) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            var screen = new Screen(json: parsed.GetValue(Json));
            try
            {
                using var connection = new Connection(DataFolder.Find(parsed.GetValue(Data)), parsed.GetValue(Address) ?? [], parsed.GetValue(As), Trust.Find(parsed.GetValue(TlsAuthority)));
                return await act(parsed, connection, screen, cancellation);
            }
            catch (Exception problem) when (Refusal.From(problem, cancellation) is { } refusal)
            {
                screen.Refuse(refusal);
                return refusal.ExitCode;
            }
        });
}
