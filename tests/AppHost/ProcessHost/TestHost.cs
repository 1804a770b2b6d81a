using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

/// <summary>A host in this process, on a data folder of its own, stopped at the end.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private DistributedApplication? application;

    public TestHost(string data, params string[] args) =>
        Builder = new DistributedApplicationBuilder([$"--SPP_DATA={data}", .. args], typeof(TestHost).Assembly);

    public DistributedApplicationBuilder Builder { get; }

    public StateBoard Board => application!.Board;

    public ResourceSnapshot this[string resource] => Board[resource];

    /// <summary>A probe that answers HTTP, with its health checked.</summary>
    public IResourceBuilder<ProjectResource> AddProbe(string name) =>
        Builder.AddProject<Projects.Probe>(name).WithHttpEndpoint(name: "http", env: "HTTP_PORT").WithHttpHealthCheck("/health");

    public Task Start()
    {
        application = Builder.Build();
        return application.StartAsync();
    }

    public async Task<ResourceSnapshot> Until(string resource, Func<ResourceSnapshot, bool> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await Board.Until(resource, condition, deadline.Token);
            return Board[resource];
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"{resource} did not come to be so: {Board[resource]}", e);
        }
    }

    public Task<ResourceSnapshot> Healthy(string resource) => Until(resource, snapshot => snapshot.IsHealthy);

    public Task<string> Environment(string resource, string name) =>
        Http.GetStringAsync($"{Board[resource].Endpoints[0].Url}/environment/{name}");

    /// <summary>Tells the probe to end itself; it may be gone before it has answered.</summary>
    public async Task End(string resource, int code)
    {
        try
        {
            using var answer = await Http.PostAsync($"{Board[resource].Endpoints[0].Url}/exit/{code}", content: null);
        }
        catch (HttpRequestException)
        {
            // It obeyed at once.
        }
    }

    public async Task Stop()
    {
        await application!.StopAsync();
        await application.DisposeAsync();
        application = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
            await Stop();
    }

    public static bool IsAlive(int? pid) => pid is { } number && ProcessTable.Find(number) is not null;
}
