using Aspire.Hosting;
using Aspire.Hosting.Data;
using Aspire.Hosting.Running;
using Aspire.Hosting.Servers;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Backups.Taking;

/// <summary>The database server of an installation, as a client that may copy it reaches it.</summary>
/// <param name="Port">On loopback.</param>
/// <param name="User">A role that may replicate, and need not be able to do anything else.</param>
/// <param name="Password">Of that role.</param>
internal sealed record Source(int Port, string User, string Password)
{
    /// <summary>The role made for this and nothing else.</summary>
    public const string Role = "backups";

    /// <summary>Does something with the server of an installation: the one that runs, else one that is started for it alone.</summary>
    /// <exception cref="RuleBroken">INSTALLATION_MISSING.</exception>
    public static async Task<T> Of<T>(string root, Func<Source, Task<T>> act, CancellationToken ct)
    {
        var data = new DataFolder(root);
        Check.Rule(new InstallationsHaveData(root, Directory.Exists(Path.Combine(data.Of("postgres"), "data"))));
        FolderLock mine;
        try
        {
            mine = data.Take();
        }
        catch (HostException taken) when (taken.ExitCode == HostException.AlreadyRunning)
        {
            return await act(Running(data));
        }

        using (mine)
            return await Stopped(data, act, ct);
    }

    private static Source Running(DataFolder data)
    {
        var server = JsonFile.Read<HostSnapshot>(Path.Combine(data.Run, "resources.json"))?.Resources.FirstOrDefault(resource => resource.Name == "postgres")
            ?? throw new IOException($"The installation on {data.Root} is starting or stopping: try again when it runs.");
        return new(new Uri(server.Endpoints[0].Url).Port, Role, File.ReadAllText(Path.Combine(data.Of("secrets"), $"{Role}-password")));
    }

    private static async Task<T> Stopped<T>(DataFolder data, Func<Source, Task<T>> act, CancellationToken ct)
    {
        var password = File.ReadAllText(Path.Combine(data.Of("secrets"), "postgres-password"));
        var server = await PostgreSqlServer.Start(data.Of("postgres"), null, password, ct);
        try
        {
            return await act(new(server.Port, "postgres", password));
        }
        finally
        {
            await server.Stop();
        }
    }
}
