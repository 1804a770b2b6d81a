using Aspire.Hosting.Processes;
using Npgsql;

namespace Aspire.Hosting.Servers;

/// <summary>
/// A native PostgreSQL server as our child: cluster in <c>FOLDER/data</c>, loopback only, passwords by SCRAM. As root
/// it runs as the user <c>postgres</c>. It is killed when this process dies.
/// </summary>
internal sealed class PostgreSqlServer : IRunning
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess process;

    private PostgreSqlServer(PostgreSqlOptions options, int port, ChildProcess process)
    {
        this.process = process;
        Port = port;
        ConnectionString = ConnectionTo("postgres", port, options.UserName, options.Password);
    }

    public int Port { get; }

    /// <summary>The superuser's, on the database <c>postgres</c>.</summary>
    public string ConnectionString { get; }

    public int Pid => process.Pid;

    public IEnumerable<ProcessIdentity> Processes => process.Processes;

    public Task<int> Exited => process.Exited;

    /// <summary>Starts a server and waits until it answers a query; makes its cluster in an empty folder first.</summary>
    /// <param name="folder">Where its data are; made when missing.</param>
    /// <param name="port">Null takes a free one.</param>
    /// <param name="password">Of the superuser <c>postgres</c>.</param>
    /// <param name="ct">Gives up and leaves nothing running.</param>
    /// <param name="settings">Settings beyond our own, as in postgresql.conf; for a test, fsync=off.</param>
    /// <exception cref="HostException">It cannot run here; the message says what to do.</exception>
    public static Task<PostgreSqlServer> Start(
        string folder, int? port, string password, CancellationToken ct, IReadOnlyDictionary<string, string>? settings = null)
    {
        var options = new PostgreSqlOptions(folder, password) { Port = port };
        return Start(settings is null ? options : options with { Settings = settings }, ct);
    }

    /// <inheritdoc cref="Start(string, int?, string, CancellationToken, IReadOnlyDictionary{string, string})"/>
    public static async Task<PostgreSqlServer> Start(PostgreSqlOptions options, CancellationToken ct)
    {
        var lines = new LastLines();
        var server = await Launch(options with { Output = lines.Add + options.Output }, ct);
        try
        {
            await Deadline.Until(Patience, async token =>
                server.Exited.IsCompleted
                    ? throw new HostException($"PostgreSQL ended while starting: {lines}")
                    : await server.Problem(token), ct);
            return server;
        }
        catch
        {
            await server.Kill();
            throw;
        }
    }

    /// <summary>Starts a server without waiting until it answers.</summary>
    public static async Task<PostgreSqlServer> Launch(PostgreSqlOptions options, CancellationToken ct)
    {
        var port = options.Port ?? FreePort.Next();
        var cluster = await PostgreSqlCluster.Prepare(options, ct);
        var child = await ChildProcess.Start(new Launch(cluster.Program("postgres"), Arguments(options, cluster, port))
        {
            User = cluster.User,
            WorkingDirectory = options.Folder,
            Environment = options.Environment,
            StopSignal = Native.SigInt,
            Output = options.Output,
        });
        return new PostgreSqlServer(options, port, child);
    }

    public static string ConnectionTo(string database, int port, string user, string password) =>
        $"Host=127.0.0.1;Port={port};Username={user};Password={password};Database={database}";

    /// <summary>Null when the server answers a query, else why not.</summary>
    public Task<string?> Problem(CancellationToken ct) => Problem(ConnectionString, ct);

    /// <inheritdoc cref="Problem(CancellationToken)"/>
    public static async Task<string?> Problem(string connectionString, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false;Timeout=3;Command Timeout=3");
            await connection.OpenAsync(ct);
            await using var query = new NpgsqlCommand("SELECT 1", connection);
            await query.ExecuteScalarAsync(ct);
            return null;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
        {
            return e.Message;
        }
    }

    /// <summary>Asks for a fast shutdown (open transactions are rolled back) and waits for it.</summary>
    public Task Stop() => process.Stop();

    /// <summary>Kills it as a power cut would; the next start recovers from its log.</summary>
    public Task Kill() => process.Kill();

    private static List<string> Arguments(PostgreSqlOptions options, PostgreSqlCluster cluster, int port)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["listen_addresses"] = "127.0.0.1",
            ["unix_socket_directories"] = "",
            ["shared_buffers"] = "64MB",
            ["max_connections"] = "200",
            ["jit"] = "off",
            ["log_timezone"] = "UTC",
        };
        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        return ["-D", cluster.Data, "-p", $"{port}", .. settings.SelectMany(setting => (string[])["-c", $"{setting.Key}={setting.Value}"])];
    }
}
