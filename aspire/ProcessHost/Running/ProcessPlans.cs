using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;

namespace Aspire.Hosting.Running;

/// <summary>Turns each resource of the model into the way it is run here.</summary>
internal sealed class ProcessPlans(DataFolder data, ProcessEnvironment environment, IReadOnlyCollection<IResource> all)
{
    // Without a volume a server begins empty at each start of the host, as a container would; a crash does not empty it.
    private readonly HashSet<IResource> emptied = [];

    /// <summary>Null for what has no process.</summary>
    public ProcessPlan? Of(IResource resource, ResourceLog log) => resource switch
    {
        ProjectResource project => Project(project, log),
        PostgresServerResource server => PostgreSql(server, log),
        RabbitMQServerResource server => RabbitMq(server, log),
        _ => null,
    };

    /// <summary>Whatever is missing is said before anything starts.</summary>
    /// <exception cref="HostException">A program or a build is missing.</exception>
    public void MustBeInstalled()
    {
        foreach (var command in (string[])["setpriv", "setsid", "dotnet"])
            if (Executable.Find(command) is null)
                throw new HostException($"'{command}' is missing: run aspire/prerequisites, then start again.");
        foreach (var server in all.OfType<PostgresServerResource>())
        {
            PostgreSqlCluster.FindPrograms(Path.Combine(FolderOf(server), "data"));
            UserAccount.ForServer(PostgreSqlCluster.Account)?.MustReach(FolderOf(server));
        }

        foreach (var server in all.OfType<RabbitMQServerResource>())
        {
            RabbitMqServer.MustBeInstalled();
            UserAccount.ForServer(RabbitMqFiles.Account)?.MustReach(FolderOf(server));
        }

        foreach (var output in all.SelectMany(resource => resource.Annotations.OfType<ProjectOutputAnnotation>()))
            if (!File.Exists(output.Assembly))
                throw new HostException($"{output.Assembly} is missing: build {output.ProjectPath} first (./run does).");
    }

    private ProcessPlan Project(ProjectResource project, ResourceLog log)
    {
        var output = project.Annotations.OfType<ProjectOutputAnnotation>().Single();
        string[] arguments = ["exec", output.Assembly, .. project.Annotations.OfType<CommandLineArgsAnnotation>().SelectMany(args => args.Arguments)];
        return new ProcessPlan(project, "Project", Start, HealthChecks.Of(project))
        {
            Replicas = ReplicasOf(project),
            RunsOnce = all.Any(other => other.Annotations.OfType<WaitAnnotation>().Any(wait => wait.Resource == project && wait.WaitType is WaitType.ForCompletion)),
            Log = log,
        };

        async Task<IRunning> Start(int replica, CancellationToken ct) => await ChildProcess.Start(new Launch("dotnet", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(output.ProjectPath),
            Environment = await environment.Of(project, replica, ct),
            Output = log.Add,
        });
    }

    private ProcessPlan PostgreSql(PostgresServerResource server, ResourceLog log) => new(
        server,
        "PostgreSQL",
        async (_, ct) => await PostgreSqlServer.Launch(new PostgreSqlOptions(FreshFolderOf(server), await Text(server.PasswordParameter, ct))
        {
            Port = server.PrimaryEndpoint.Port,
            UserName = await Text(server.UserNameReference, ct),
            Environment = Mark(),
            Output = log.Add,
        }, ct),
        [async (_, ct) => await PostgreSqlServer.Problem($"{await Text(server.ConnectionStringExpression, ct)};Database=postgres", ct)])
    {
        Log = log,
    };

    private ProcessPlan RabbitMq(RabbitMQServerResource server, ResourceLog log)
    {
        var management = server.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(endpoint => endpoint.Name == "management");
        var hasGreeted = false;
        return new ProcessPlan(server, "RabbitMQ", Start, [Problem]) { Log = log };

        async Task<IRunning> Start(int replica, CancellationToken ct)
        {
            hasGreeted = false;
            var (user, password) = await Credentials(ct);
            return await RabbitMqServer.Launch(new RabbitMqOptions(FreshFolderOf(server), user, password)
            {
                Port = server.PrimaryEndpoint.Port,
                Management = management is not null,
                ManagementPort = management?.Allocated[0],
                Environment = Mark(),
                Output = log.Add,
            }, ct);
        }

        async Task<string?> Problem(int replica, CancellationToken ct)
        {
            var (user, password) = await Credentials(ct);
            var problem = await RabbitMqHealth.Problem(server.PrimaryEndpoint.Port, management?.Allocated[0], user, password, greet: !hasGreeted, ct);
            hasGreeted |= problem is null;
            return problem;
        }

        async Task<(string User, string Password)> Credentials(CancellationToken ct) =>
            (await Text(server.UserNameReference, ct), await Text(server.PasswordParameter, ct));
    }

    public static int ReplicasOf(IResource resource) => resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;

    private string FolderOf(IResource server) =>
        data.Of(server.Annotations.OfType<DataVolumeAnnotation>().FirstOrDefault()?.Name ?? server.Name);

    private string FreshFolderOf(IResource server)
    {
        var folder = FolderOf(server);
        if (!server.Annotations.OfType<DataVolumeAnnotation>().Any() && emptied.Add(server) && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return folder;
    }

    private Dictionary<string, string> Mark() => new(StringComparer.Ordinal) { [ProcessRecords.Mark] = data.Root };

    private static async Task<string> Text(IValueProvider value, CancellationToken ct) => await value.GetValueAsync(ct) ?? "";
}
