using System.Runtime.CompilerServices;

namespace Aspire.Hosting.Running;

/// <summary>Where every resource writes its state and everybody reads it; the one source of <c>resources.json</c>.</summary>
internal sealed class StateBoard
{
    private readonly Lock gate = new();
    private readonly List<string> order = [];
    private readonly Dictionary<string, ResourceSnapshot> resources = new(StringComparer.OrdinalIgnoreCase);
    private TaskCompletionSource changed = New();
    private bool hasBeenReady;
    private bool stopping;

    public string? Dashboard { get; set; }

    public string? ResourceService { get; set; }

    public HostSnapshot Current
    {
        get
        {
            lock (gate)
                return Read();
        }
    }

    public ResourceSnapshot this[string name]
    {
        get
        {
            lock (gate)
                return resources[name];
        }
    }

    public void Add(ResourceSnapshot resource)
    {
        lock (gate)
        {
            order.Add(resource.Name);
            resources.Add(resource.Name, resource);
        }
    }

    public void Change(string name, Func<ResourceSnapshot, ResourceSnapshot> change)
    {
        lock (gate)
        {
            resources[name] = change(resources[name]);
            hasBeenReady |= resources.Values.All(resource => resource.IsReady);
            Tell();
        }
    }

    public void Stopping()
    {
        lock (gate)
        {
            stopping = true;
            Tell();
        }
    }

    /// <summary>Completes when the condition holds for the resource.</summary>
    public async Task Until(string name, Func<ResourceSnapshot, bool> condition, CancellationToken ct)
    {
        await foreach (var snapshot in Watch(ct))
            if (condition(snapshot.Resources.First(resource => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase))))
                return;
    }

    /// <summary>The state now, then after each change; changes that come together are seen as one.</summary>
    public async IAsyncEnumerable<HostSnapshot> Watch([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            HostSnapshot snapshot;
            Task next;
            lock (gate)
            {
                snapshot = Read();
                next = changed.Task;
            }

            yield return snapshot;
            await next.WaitAsync(ct);
        }
    }

    private HostSnapshot Read()
    {
        var all = order.ConvertAll(name => resources[name]);
        var failed = all.Find(resource => resource.HasFailed);
        var state = stopping ? "stopping" : hasBeenReady ? "running" : failed is not null ? "failed" : "starting";
        var error = failed is null ? null : $"{failed.Name}: {failed.Error}";
        return new HostSnapshot(Environment.ProcessId, state, error, Dashboard, ResourceService, all);
    }

    private void Tell()
    {
        changed.SetResult();
        changed = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
