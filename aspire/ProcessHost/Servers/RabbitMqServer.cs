using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Servers;

/// <summary>
/// A native RabbitMQ node as our child, with a port mapper (epmd) of its own: nothing is shared with another node on
/// this machine and nothing stays behind. Loopback only. As root it runs as the user <c>rabbitmq</c>. It is killed
/// when this process dies.
/// </summary>
internal sealed class RabbitMqServer : IRunning
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ChildProcess mapper;
    private readonly ChildProcess node;
    private readonly RabbitMqOptions options;

    private RabbitMqServer(RabbitMqOptions options, ChildProcess mapper, ChildProcess node)
    {
        this.options = options;
        this.mapper = mapper;
        this.node = node;
        Exited = Watch();
    }

    /// <summary>AMQP.</summary>
    public int Port => options.Port!.Value;

    /// <summary>Of the management API; null without it.</summary>
    public int? ManagementPort => options.Management ? options.ManagementPort : null;

    public string User => options.User;

    public string Password => options.Password;

    /// <summary><c>amqp://user:password@host:port</c></summary>
    public string ConnectionString => $"amqp://{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}";

    public int Pid => node.Pid;

    public Task<int> Exited { get; }

    /// <summary>The port mapper and the node.</summary>
    public IEnumerable<ProcessIdentity> Processes => [mapper.Identity, node.Identity];

    /// <summary>Starts a node with its management API and waits until both answer (5-10 s).</summary>
    /// <param name="folder">Where its data are; made when missing.</param>
    /// <param name="user">Administrator, made with the data; later starts keep the user of the first.</param>
    /// <param name="password">Of that user.</param>
    /// <param name="ct">Gives up and leaves nothing running.</param>
    /// <exception cref="HostException">It cannot run here; the message says what to do.</exception>
    public static Task<RabbitMqServer> Start(string folder, string user, string password, CancellationToken ct) =>
        Start(new RabbitMqOptions(folder, user, password), ct);

    /// <inheritdoc cref="Start(string, string, string, CancellationToken)"/>
    public static async Task<RabbitMqServer> Start(RabbitMqOptions options, CancellationToken ct)
    {
        var lines = new LastLines();
        var server = await Launch(options with { Output = lines.Add + options.Output }, ct);
        try
        {
            await Deadline.Until(Patience, async token =>
                server.Exited.IsCompleted
                    ? throw new HostException($"RabbitMQ ended while starting: {lines}")
                    : await server.Problem(token), ct);
            return server;
        }
        catch
        {
            await server.Kill();
            throw;
        }
    }

    /// <summary>Starts a node without waiting until it answers.</summary>
    public static async Task<RabbitMqServer> Launch(RabbitMqOptions options, CancellationToken ct)
    {
        MustBeInstalled();
        options = options with
        {
            Port = options.Port ?? FreePort.Next(),
            ManagementPort = options.Management ? options.ManagementPort ?? FreePort.Next() : null,
        };
        var files = await RabbitMqFiles.Prepare(options, ct);
        var mapperPort = FreePort.Next();
        var epmd = await StartMapper(options, files, mapperPort, ct);
        try
        {
            return new RabbitMqServer(options, epmd, await StartNode(options, files, mapperPort));
        }
        catch
        {
            await epmd.Kill();
            throw;
        }
    }

    /// <exception cref="HostException">Something of it is missing.</exception>
    public static void MustBeInstalled()
    {
        if (!File.Exists(Program))
            throw new HostException($"RabbitMQ is missing ({Program}): sudo apt-get install rabbitmq-server, then start again.");
        foreach (var command in (string[])["erl", "epmd"])
            if (Executable.Find(command) is null)
                throw new HostException($"Erlang is missing ({command}): sudo apt-get install erlang-base, then start again.");
    }

    /// <summary>Null when AMQP and the management API answer and no alarm is raised, else why not.</summary>
    public Task<string?> Problem(CancellationToken ct) => RabbitMqHealth.Problem(Port, ManagementPort, User, Password, greet: true, ct);

    /// <summary>Asks the node to end (about 6 s), then its port mapper.</summary>
    public async Task Stop()
    {
        await node.Stop();
        await mapper.Kill();
    }

    /// <summary>Kills it as a power cut would.</summary>
    public async Task Kill()
    {
        await node.Kill();
        await mapper.Kill();
    }

    // Answers before the node asks for it: the node starts none of its own, since Erlang would leave it behind as a daemon.
    private static async Task<ChildProcess> StartMapper(RabbitMqOptions options, RabbitMqFiles files, int port, CancellationToken ct)
    {
        var mapper = await ChildProcess.Start(new Launch("epmd", ["-port", $"{port}", "-address", "127.0.0.1", "-relaxed_command_check"])
        {
            User = files.User,
            WorkingDirectory = options.Folder,
            Environment = options.Environment,
            Output = options.Output,
        });
        try
        {
            await Deadline.Until(Patience, async token => mapper.Exited.IsCompleted
                ? throw new HostException("Erlang's port mapper (epmd) ended while starting.")
                : await OpenPort.Problem(port, token), ct);
            return mapper;
        }
        catch
        {
            await mapper.Kill();
            throw;
        }
    }

    private static Task<ChildProcess> StartNode(RabbitMqOptions options, RabbitMqFiles files, int mapperPort) => ChildProcess.Start(new Launch(Program, [])
    {
        User = files.User,
        WorkingDirectory = options.Folder,
        Environment = files.Environment(options, mapperPort),
        Grace = TimeSpan.FromSeconds(20),
        Output = options.Output,
    });

    private async Task<int> Watch()
    {
        var code = await node.Exited;
        await mapper.Kill();
        return code;
    }
}
