using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Runs the whole model: settles what must be settled, starts in wait order, stops in reverse.</summary>
internal sealed class Orchestrator(DistributedApplicationModel model, DataFolder data, TimeProvider time) : IHostedService, IAsyncDisposable
{
    private readonly Dictionary<string, ResourceLog> logs = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IRunner> runners = [];
    private readonly CancellationTokenSource starting = new();
    private FolderLock? folder;
    private ProcessRecords? records;
    private ResourceService? service;
    private StateFile? file;
    private Task started = Task.CompletedTask;
    private volatile bool force;

    public StateBoard Board { get; } = new();

    private string StatePath => Path.Combine(data.Run, "resources.json");

    /// <exception cref="HostException">Something an operator must mend first; nothing has been started.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        folder = data.Take();
        File.Delete(StatePath);
        records = new ProcessRecords(data);
        records.EndSurvivors();

        var plans = new ProcessPlans(data, Environment(), model.Resources);
        plans.MustBeInstalled();
        new PortBook(data).Allocate(model.Resources.Select(resource => (resource, ProcessPlans.ReplicasOf(resource))));
        foreach (var resource in model.Resources)
            if (Runner(resource, plans) is { } runner)
                runners.Add(runner);

        service = await ResourceService.Start(this, model.ResourceServicePort, data.Secrets.GetOrCreate(DistributedApplicationModel.ResourceServiceKey));
        Board.ResourceService = service.Url;
        Board.Dashboard = model.Dashboard is { } dashboard ? new EndpointReference(dashboard, "http").Url : null;
        file = new StateFile(StatePath, Board);
        started = Task.WhenAll(runners.Select(runner => runner.Start(starting.Token)));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (file is null)
            return;
        Board.Stopping();
        await starting.CancelAsync();
        await started;
        var stops = new Dictionary<IRunner, Task>();
        foreach (var runner in runners)
            _ = Stop(runner, stops);
        await Task.WhenAll(stops.Values);
        await file.DisposeAsync();
        file = null;
        File.Delete(StatePath);
        records!.Forget();
    }

    /// <summary>Kills everything now, whoever is still being waited for.</summary>
    public Task Force()
    {
        force = true;
        return Task.WhenAll(runners.Select(runner => runner.Stop(force: true)));
    }

    public ProcessRunner? FindProcess(string name) =>
        runners.OfType<ProcessRunner>().FirstOrDefault(runner => string.Equals(runner.Resource.Name, name, StringComparison.OrdinalIgnoreCase));

    public ResourceLog? FindLog(string name) => logs.GetValueOrDefault(name);

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        if (service is not null)
            await service.DisposeAsync();
        foreach (var log in logs.Values)
            log.Dispose();
        folder?.Dispose();
        starting.Dispose();
    }

    private ProcessEnvironment Environment() => new(data, model.EnvironmentName, model.Dashboard is { } dashboard
        ? new Telemetry(() => new EndpointReference(dashboard, "otlp").Url, data.Secrets.GetOrCreate(DistributedApplicationModel.OtlpKey))
        : null, System.Environment.GetEnvironmentVariable);

    private IRunner? Runner(IResource resource, ProcessPlans plans)
    {
        if (resource is PostgresDatabaseResource database)
            return new DatabaseRunner(database, Board);
        if (resource is ParameterResource)
            return null;
        var log = new ResourceLog(Path.Combine(data.Logs, $"{resource.Name}.log"), time);
        logs.Add(resource.Name, log);
        return plans.Of(resource, log) is { } plan ? new ProcessRunner(plan, Board, records!, time) : null;
    }

    // Each stops when everything that leans on it has stopped.
    private Task Stop(IRunner runner, Dictionary<IRunner, Task> stops)
    {
        if (stops.TryGetValue(runner, out var stop))
            return stop;
        var leaning = runners.Where(other => Dependencies.Of(other.Resource).Contains(runner.Resource)).ToList();
        return stops[runner] = After(leaning.ConvertAll(other => Stop(other, stops)), runner);
    }

    private async Task After(List<Task> others, IRunner runner)
    {
        await Task.WhenAll(others);
        await runner.Stop(force);
    }
}
