using System.CommandLine;
using System.Globalization;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.Accounts;

/// <summary><c>spp sign-in</c> and <c>spp sign-out</c>: an officer at this computer, with the installation's issuer or another provider.</summary>
internal static class SignInCommands
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static Command In()
    {
        var authority = new Option<Uri?>("--authority") { Description = "The provider that signs officers in. Default: the token service of this installation." };
        var client = new Option<string>("--client") { Description = "What this program is called there.", DefaultValueFactory = _ => OfficerSignIn.CommandLine };
        var scope = new Option<string>("--scope") { Description = "What is asked for.", DefaultValueFactory = _ => "openid offline_access" };
        var browser = new Option<bool>("--no-browser") { Description = "Only print the address to open." };
        var command = new Command("sign-in", "Sign in as an officer, in the browser of this computer. Other commands then act in the officer's name, until spp sign-out.") { authority, client, scope, browser };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var said = await OfficerSignIn.Begin(
                parsed.GetValue(authority) ?? connection.AddressOf("tokens"), parsed.GetRequiredValue(client), parsed.GetRequiredValue(scope), opens: !parsed.GetValue(browser), connection.Trust, cancellation);
            screen.ShowObject(new { subject = said.Subject, authority = said.Authority, expires_at = said.ExpiresAt }, _ => Console.Out.WriteLine(
                $"Signed in as {said.Subject} at {said.Authority}. The token is good until {said.ExpiresAt.ToOffset(Vietnam).ToString("HH:mm", CultureInfo.InvariantCulture)} and is renewed while the session lasts."));
            return Exit.Ok;
        });
        return command;
    }

    public static Command Out()
    {
        var command = new Command("sign-out", "End the session that spp sign-in began, and forget its tokens.");
        command.Runs(async (_, connection, screen, cancellation) =>
        {
            var ended = await OfficerSignIn.End(connection.Trust, cancellation);
            screen.ShowObject(new { signed_out = ended?.Subject }, _ => Console.Out.WriteLine(ended is null ? "Nobody was signed in." : $"{ended.Subject} is signed out."));
            return Exit.Ok;
        });
        return command;
    }
}
