using SocialPolicy.Accounts;

namespace SocialPolicy.Cli.Installation;

/// <summary>The data folder of the installation on this machine.</summary>
internal sealed class DataFolder(string path)
{
    public string ResourcesFile => Path.Combine(path, "run", "resources.json");

    public string ClientFile => Path.Combine(path, "secrets", "tokens", "spp.client.json");

    /// <summary>The sandbox's clients with their secrets; only while an installation has a sandbox.</summary>
    public string SandboxFile => Path.Combine(path, "secrets", "tokens", "sandbox.clients.json");

    /// <summary>What the dashboard asks of who opens it.</summary>
    public string DashboardTokenFile => Path.Combine(path, "secrets", "dashboard-token");

    /// <summary>Where the token service keeps who may sign in.</summary>
    /// <exception cref="IOException">There is no installation here.</exception>
    public PrivateFolder Accounts() => System.IO.Directory.Exists(Path.Combine(path, "secrets"))
        ? new(Path.Combine(path, "secrets", "tokens"))
        : throw new IOException($"There is no installation in {path}: start it once with ./run, or name its folder with --data.");

    public override string ToString() => path;

    /// <summary>What was asked for, else $SPP_DATA, else <c>.data</c> beside the solution this program was built from.</summary>
    public static DataFolder Find(DirectoryInfo? asked) =>
        new(asked?.FullName ?? Environment.GetEnvironmentVariable("SPP_DATA") ?? Path.Combine(Root(), ".data"));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SocialPolicyPlatform.sln")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
