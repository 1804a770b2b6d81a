using System.CommandLine;
using SocialPolicy.Cli.Installation;
using SocialPolicy.Cli.Output;
using Spectre.Console;

namespace SocialPolicy.Cli.Status;

/// <summary><c>spp status</c>: what runs on this machine, and whether it is well.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var wait = new Option<int>("--wait") { Description = "Wait up to so many seconds until everything is healthy." };
        var command = new Command("status", "Show the resources of the installation on this machine, their health and addresses.") { wait };
        command.Runs(async (parsed, connection, screen, cancellation) =>
        {
            var patience = parsed.GetValue(wait);
            var running = await Settled(connection.Folder, TimeSpan.FromSeconds(patience), cancellation);
            if (running is null)
                throw new NotReachable($"Nothing is running in {connection.Folder}. Start it with ./run.");
            if (patience > 0 && HasFailed(running))
            {
                screen.Refuse(new("NOT_STARTED", running.Error ?? "A resource failed; ./spp status says which.", [], Exit.Failed));
                return Exit.Failed;
            }

            screen.ShowObject(running, console => Write(console, running, connection.Folder));
            return ExitOf(running);
        });
        return command;
    }

    /// <summary>What is seen when all is well, something has failed for good, or patience is at its end.</summary>
    private static async Task<RunningResources?> Settled(DataFolder folder, TimeSpan patience, CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var seen = RunningResources.Read(folder);
            if (seen is not null && (IsWell(seen) || HasFailed(seen)) || TimeProvider.System.GetElapsedTime(began) >= patience)
                return seen;
            await Task.Delay(Glance, cancellation);
        }
    }

    private static int ExitOf(RunningResources running) => IsWell(running) ? Exit.Ok : HasFailed(running) ? Exit.Failed : Exit.Unavailable;

    private static bool IsWell(RunningResources running) => running.State == "running" && running.Resources.All(IsWell);

    private static bool IsWell(RunningResource resource) => resource switch
    {
        { State: "Finished" } => true,
        { State: "Running" } => resource.Health is null or "Healthy",
        { State: "NotStarted" } => true,
        _ => false,
    };

    private static bool HasFailed(RunningResources running) => running.State == "failed";

    private static void Write(IAnsiConsole console, RunningResources running, DataFolder folder)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Resource", "State", "Health", "Address");
        foreach (var resource in running.Resources)
        {
            var address = string.Join("  ", resource.Endpoints.Where(endpoint => endpoint.Name is not "health").Select(endpoint => endpoint.Url));
            table.AddRow(new[] { resource.Name, resource.State, resource.Health ?? "", address }.Select(cell => new Text(cell)));
        }

        console.Write(table);
        foreach (var resource in running.Resources.Where(resource => resource.Error is not null))
            console.WriteLine($"{resource.Name}: {resource.Error}");
        if (running.Error is not null)
            console.WriteLine(running.Error);
        if (running.Dashboard is not null)
            console.WriteLine($"Dashboard: {running.Dashboard}{SignIn(folder)}");
    }

    // Whoever may read the installation's secrets may open its dashboard.
    private static string SignIn(DataFolder folder)
    {
        try
        {
            return $"/login?t={File.ReadAllText(folder.DashboardTokenFile)}";
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return " (sign in by the address its operator has)";
        }
    }
}
