using System.Collections.Concurrent;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;
using Npgsql;
using SocialPolicy.Harness;
using SocialPolicy.ServiceDefaults.FunctionalTests;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>
/// The whole platform, started as ./run does: the built AppHost in a process of its own, a data folder of its own, free
/// ports, the sandbox open. It dies with this process; stopped in order, it must leave nothing behind.
/// </summary>
public class Platform : IAsyncLifetime
{
    /// <summary>The collection of the classes that start one: one at a time, for they take memory and cores.</summary>
    public const string OneAtATime = "platforms, one at a time";

    private static readonly TimeSpan UntilReady = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan UntilStopped = TimeSpan.FromSeconds(60);

    private readonly TestFolder folder = TestFolder.Create();
    private readonly ConcurrentQueue<string> said = new();
    private ChildProcess? host;
    private Clients? clients;

    /// <summary>What else ./run was asked for.</summary>
    protected virtual IReadOnlyList<string> Arguments => [];

    /// <summary>With which it speaks TLS; null: on loopback without.</summary>
    internal Certificates? Certificates { get; init; }

    /// <summary>What the command line is told by its environment.</summary>
    internal IReadOnlyDictionary<string, string> OfSpp =>
        Certificates is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["SPP_TLS_AUTHORITY"] = Certificates.Authority };

    public string Data => Path.Combine(folder.Path, "data");

    internal Clients Clients => clients ??= host is null ? throw new InvalidOperationException("The platform does not run.") : new Clients(this);

    /// <summary>Everything as the host shows it to others.</summary>
    internal HostSnapshot Now => Read() ?? throw new InvalidOperationException($"There is no resources.json. {Said()}");

    internal ProcessIdentity HostProcess => host!.Identity;

    internal ResourceSnapshot this[string resource] => Now.Resources.Single(candidate => candidate.Name == resource);

    public Task InitializeAsync() => Start();

    public async Task Start()
    {
        host = await ChildProcess.Start(new Launch("dotnet", ["exec", Repository.AppHost, "--SPP_PORTS=dynamic", "--sandbox=true", .. Certificates is null ? [] : (string[])[$"--Tls:Folder={Certificates.Folder}"], .. Arguments])
        {
            Environment = new Dictionary<string, string> { ["SPP_DATA"] = Data },
            Output = said.Enqueue,
        });
        await Eventually.Holds(async () => await HasEnded() ?? IsRunning(), UntilReady);
    }

    /// <summary>Stops it with SIGTERM, as Ctrl-C in ./run does.</summary>
    public async Task Stop()
    {
        clients?.Dispose();
        clients = null;
        var left = Leftovers.Of(Data, host!.Pid, Read());
        Native.Signal(host.Pid, Native.SigTerm);
        var code = await host.Exited.WaitAsync(UntilStopped);
        host = null;
        left.Still().ShouldBeEmpty();
        code.ShouldBe(0, Said());
    }

    /// <summary>All that is there, well or done with its work.</summary>
    internal bool IsWell() => WhatIsUnwell() is null;

    /// <summary>Who is not, with state and error; null when all are well.</summary>
    internal string? WhatIsUnwell()
    {
        if (Read() is not { } now)
            return "the host does not say who is well";
        var unwell = now.Resources.Where(resource => !resource.IsReady).Select(resource => $"{resource.Name} is {resource.State}, {resource.Health}: {resource.Error}").ToList();
        return unwell.Count == 0 ? null : string.Join("; ", unwell);
    }

    /// <summary>Runs the command line against this platform.</summary>
    internal Task<Answered> Spp(params IEnumerable<string> arguments) => SppAs(OfSpp, arguments);

    internal Task<Answered> SppAs(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        Command.Run("dotnet", ["exec", Repository.Spp, .. arguments, "--data", Data], environment);

    /// <summary>A file with this content.</summary>
    internal async Task<string> Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    /// <summary>Starts, stops or restarts a resource, as an operator does on the dashboard.</summary>
    internal async Task Order(string resource, string command)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Add("x-api-key", Secret("resource-service-key"));
        using var answer = await http.PostAsync(new Uri($"{Now.ResourceService}/resources/{resource}/commands/{command}"), content: null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What a resource said, as the host wrote it down.</summary>
    internal IEnumerable<string> LogOf(string resource) => File.ReadLines(Path.Combine(Data, "logs", $"{resource}.log"));

    /// <summary>The database of a service, seen past the service.</summary>
    internal NpgsqlConnection Database(string service)
    {
        var server = new Uri(this["postgres"].Endpoints[0].Url);
        return new(new NpgsqlConnectionStringBuilder
        {
            Host = server.Host,
            Port = server.Port,
            Username = "postgres",
            Password = Secret("postgres-password"),
            Database = service,
            Pooling = false,
        }.ConnectionString);
    }

    /// <summary>A browser's manners, signed in to the dashboard.</summary>
    internal async Task<HttpClient> Dashboard()
    {
        var browser = new HttpClient { BaseAddress = new Uri(Now.Dashboard!) };
        using var answer = await browser.GetAsync($"/login?t={Secret("dashboard-token")}");
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    internal string Secret(string name) => File.ReadAllText(Path.Combine(Data, "secrets", name));

    public async Task DisposeAsync()
    {
        try
        {
            if (host is not null)
                await Stop();
        }
        finally
        {
            if (host is not null)
                await host.Kill();
            folder.Dispose();
        }
    }

    private async Task<bool?> HasEnded() =>
        host!.Exited.IsCompleted ? throw new InvalidOperationException($"The host ended with {await host.Exited}: {Said()}") : null;

    private bool IsRunning() => Read() switch
    {
        { State: "failed", Error: var error } => throw new InvalidOperationException($"{error}\n{Said()}"),
        { State: "running" } => true,
        _ => false,
    };

    private HostSnapshot? Read() => JsonFile.Read<HostSnapshot>(Path.Combine(Data, "run", "resources.json"));

    private string Said() => string.Join('\n', said.TakeLast(20));
}
