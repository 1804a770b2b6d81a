using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Servers;

/// <summary>The files of a RabbitMQ node, all in its own folder, and the environment that leads it to them.</summary>
internal sealed record RabbitMqFiles(string Folder, UserAccount? User)
{
    /// <summary>The user the node runs as when we are root.</summary>
    public const string Account = "rabbitmq";

    /// <summary>
    /// One scheduler of each kind: the machine is shared with everything else, and the node idles 15 MB smaller.
    /// The port by which nodes meet would otherwise be open to the network.
    /// </summary>
    private const string RuntimeArguments = "+S 1:1 +SDcpu 1:1 +SDio 1 +A 1 -kernel inet_dist_use_interface {127,0,0,1}";

    /// <summary>The node writes messages and users for everybody to read: its folder lets nobody else in.</summary>
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static async Task<RabbitMqFiles> Prepare(RabbitMqOptions options, CancellationToken ct)
    {
        var files = new RabbitMqFiles(options.Folder, UserAccount.ForServer(Account));
        Directory.CreateDirectory(options.Folder);
        File.SetUnixFileMode(options.Folder, Private);
        foreach (var folder in (string[])[options.Folder, files.In("mnesia"), files.In("log")])
        {
            Directory.CreateDirectory(folder, Private);
            if (files.User is not null)
                Native.ChangeOwner(folder, files.User);
        }

        files.User?.MustReach(options.Folder);
        await SecretFile.Write(files.In("rabbitmq.conf"), Configuration(options), files.User, ct);
        await SecretFile.Write(files.In("enabled_plugins"), options.Management ? "[rabbitmq_management].\n" : "[].\n", files.User, ct);
        await SecretFile.Write(files.In("environment.conf"), "", files.User, ct);
        return files;
    }

    public Dictionary<string, string> Environment(RabbitMqOptions options, int mapperPort) => new(options.Environment, StringComparer.Ordinal)
    {
        ["HOME"] = Folder,
        ["LANG"] = "C.UTF-8",
        ["RABBITMQ_NODENAME"] = "platform@localhost",
        ["RABBITMQ_NODE_PORT"] = $"{options.Port}",
        ["RABBITMQ_DIST_PORT"] = $"{FreePort.Next()}",
        ["RABBITMQ_MNESIA_BASE"] = In("mnesia"),
        ["RABBITMQ_LOG_BASE"] = In("log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = In("enabled_plugins"),
        ["RABBITMQ_CONFIG_FILE"] = In("rabbitmq.conf"),
        ["RABBITMQ_CONF_ENV_FILE"] = In("environment.conf"),
        ["RABBITMQ_PID_FILE"] = In("node.pid"),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = RuntimeArguments,
        ["ERL_EPMD_PORT"] = $"{mapperPort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_FLAGS"] = "-start_epmd false",
        // Makes the start script become the node instead of waiting for it: our child is then the node itself.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    private static string Configuration(RabbitMqOptions options) =>
        $"""
        listeners.tcp.local = 127.0.0.1:{options.Port}
        default_user = {options.User}
        default_pass = {options.Password}
        default_user_tags.administrator = true
        disk_free_limit.absolute = 100MB
        log.console.level = info
        {(options.Management ? $"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {options.ManagementPort}" : "")}

        """;

    private string In(string name) => Path.Combine(Folder, name);
}
