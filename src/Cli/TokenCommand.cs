using System.CommandLine;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli;

/// <summary><c>spp token</c>: a bearer token for tools such as grpcurl.</summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var command = new Command("token", "Print an access token for other tools: grpcurl -H \"authorization: Bearer $(./spp token)\" ...");
        command.Runs(async (_, connection, screen, cancellation) =>
        {
            var token = await connection.Token(cancellation);
            screen.ShowObject(new { access_token = token }, _ => Console.Out.WriteLine(token));
            return Exit.Ok;
        });
        return command;
    }
}
