using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.Matters;

/// <summary><c>spp matter show</c>: a matter with every step.</summary>
internal static class ShowMatter
{
    public static Command Create()
    {
        var name = MatterCommands.MatterArgument();
        var command = new Command("show", "Show a matter with everything that was said of it.") { name };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var matter = await connection.Matters.GetMatterAsync(new() { Name = Said.NameOf(parsed.GetValue(name)!, "matters") }, Connection.Call(cancellation));
            screen.Show(matter, console => MatterCommands.WriteWhole(console, matter));
            return Exit.Ok;
        });
        return command;
    }
}
