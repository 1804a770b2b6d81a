using System.Globalization;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Servers;

/// <summary>The files of a PostgreSQL server and the programs that fit them.</summary>
internal sealed record PostgreSqlCluster(string Folder, string Programs, UserAccount? User)
{
    /// <summary>The user the server runs as when we are root.</summary>
    public const string Account = "postgres";

    private const string Installed = "/usr/lib/postgresql";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Data => Path.Combine(Folder, "data");

    public string Program(string name) => Path.Combine(Programs, name);

    /// <summary>Makes the cluster when there is none yet; a cluster half made by a killed run is made again.</summary>
    public static async Task<PostgreSqlCluster> Prepare(PostgreSqlOptions options, CancellationToken ct)
    {
        var user = UserAccount.ForServer(Account);
        Directory.CreateDirectory(options.Folder);
        user?.MustReach(options.Folder);
        if (user is not null)
            Native.ChangeOwner(options.Folder, user);
        File.SetUnixFileMode(options.Folder, Private);

        var cluster = new PostgreSqlCluster(options.Folder, FindPrograms(Path.Combine(options.Folder, "data")), user);
        if (!Directory.Exists(cluster.Data))
            await cluster.Initialise(options, ct);
        cluster.ForgetDeadPostmaster();
        return cluster;
    }

    /// <summary>Only the major version that made a cluster can open it; a new one is made by the newest.</summary>
    /// <exception cref="HostException">That version is not installed.</exception>
    public static string FindPrograms(string data)
    {
        var versions = Directory.Exists(Installed)
            ? Directory.GetDirectories(Installed).Where(folder => File.Exists(Path.Combine(folder, "bin", "postgres"))).ToArray()
            : [];
        var marker = Path.Combine(data, "PG_VERSION");
        var wanted = File.Exists(marker) ? File.ReadAllText(marker).Trim() : null;
        var found = wanted is null ? versions.MaxBy(MajorVersion) : Array.Find(versions, folder => Path.GetFileName(folder) == wanted);
        return found is not null
            ? Path.Combine(found, "bin")
            : throw new HostException($"PostgreSQL {wanted} is missing ({Installed}): sudo apt-get install postgresql{(wanted is null ? "" : $"-{wanted}")}, then start again.");
    }

    private static int MajorVersion(string folder) =>
        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;

    private async Task Initialise(PostgreSqlOptions options, CancellationToken ct)
    {
        var unfinished = Path.Combine(Folder, "data.new");
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        var password = Path.Combine(Folder, ".password");
        await SecretFile.Write(password, options.Password, User, ct);
        try
        {
            var lines = new LastLines();
            var initdb = await ChildProcess.Start(new Launch(Program("initdb"),
            [
                "-D", unfinished, "-U", options.UserName, "--auth=scram-sha-256", $"--pwfile={password}", "-E", "UTF8", "--locale=C.UTF-8",
            ])
            {
                User = User,
                WorkingDirectory = Folder,
                Environment = options.Environment,
                Output = lines.Add + options.Output,
            });
            await using var abandoned = ct.Register(() => Native.Signal(initdb.Pid, Native.SigKill));
            if (await initdb.Exited != 0)
                throw new HostException($"PostgreSQL could not make its data folder {Data}: {lines}");
        }
        finally
        {
            File.Delete(password);
        }

        Directory.Move(unfinished, Data);
    }

    /// <summary>
    /// After a power cut the pid in postmaster.pid may belong to anything. We hold the folder's lock: unless that
    /// process really is a server of this folder, the file is a leftover.
    /// </summary>
    private void ForgetDeadPostmaster()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid))
            return;
        var command = $"/proc/{pid}/cmdline";
        if (!File.Exists(command) || !File.ReadAllText(command).Contains(Data, StringComparison.Ordinal))
            File.Delete(file);
    }
}
