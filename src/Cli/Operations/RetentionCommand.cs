using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;

namespace SocialPolicy.Cli.Operations;

/// <summary><c>spp retention</c>: how long a service keeps what may be removed.</summary>
internal static class RetentionCommand
{
    public static Command Create()
    {
        var service = new Argument<string>("SERVICE") { Description = "planregistry, indicators, reporting or notifications." };
        var command = new Command("retention", "How long a service keeps what may be removed; everything else stays.") { service };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var rules = (await connection.Operations(parsed.GetValue(service)!).ListRetentionRulesAsync(new(), Connection.Call(cancellation))).Rules;
            screen.ShowAll(rules, console => console.Write(["Setting", "Days", "Default", "Possible", "What"],
                [.. rules.Select(rule => new[] { $"Retention__{rule.Name.Split('/')[1]}", $"{rule.Days}", $"{rule.DefaultDays}", $"{rule.LeastDays} to {rule.MostDays}", rule.Description })],
                "This service removes nothing."));
            return Exit.Ok;
        });
        return command;
    }
}
