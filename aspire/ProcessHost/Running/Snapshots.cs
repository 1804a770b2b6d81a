using System.Text.Json.Serialization;

namespace Aspire.Hosting.Running;

/// <summary>The words for the state of a resource, as Aspire has them; <see cref="CrashLoop"/> is ours.</summary>
internal static class States
{
    public const string NotStarted = "NotStarted";
    public const string Waiting = "Waiting";
    public const string Starting = "Starting";
    public const string Running = "Running";
    public const string Stopping = "Stopping";
    public const string Exited = "Exited";
    public const string Finished = "Finished";
    public const string FailedToStart = "FailedToStart";
    public const string CrashLoop = "CrashLoop";
}

internal static class Health
{
    public const string Healthy = "Healthy";
    public const string Unhealthy = "Unhealthy";
}

internal sealed record EndpointSnapshot(string Name, string Url);

/// <summary>One process of a resource. Health is null while it does not run.</summary>
internal sealed record ReplicaSnapshot(int Index, IReadOnlyList<EndpointSnapshot> Endpoints)
{
    public string State { get; init; } = States.NotStarted;

    public string? Health { get; init; }

    public int? ExitCode { get; init; }

    public int? Pid { get; init; }

    public int Restarts { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public string? Error { get; init; }
}

/// <summary>A resource as the CLI and the dashboard see it; with replicas, the state is that of the worst.</summary>
internal sealed record ResourceSnapshot(string Name, string Type, string? Parent)
{
    public string State { get; init; } = States.NotStarted;

    public string? Health { get; init; }

    public int? ExitCode { get; init; }

    public int? Pid { get; init; }

    public int Restarts { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public IReadOnlyList<EndpointSnapshot> Endpoints { get; init; } = [];

    public IReadOnlyList<ReplicaSnapshot> Replicas { get; init; } = [];

    public IReadOnlyList<string> WaitingFor { get; init; } = [];

    public string? Error { get; init; }

    [JsonIgnore]
    public bool RunsOnce { get; init; }

    [JsonIgnore]
    public bool IsHealthy => State == States.Running && Health == Running.Health.Healthy;

    /// <summary>Nothing more is expected of it: it runs well, or has done its one piece of work.</summary>
    [JsonIgnore]
    public bool IsReady => IsHealthy || State == States.Finished;

    [JsonIgnore]
    public bool HasFailed => State is States.FailedToStart or States.CrashLoop || (RunsOnce && State == States.Exited && Error is not null);
}

/// <summary>The host and all its resources: the content of <c>run/resources.json</c>.</summary>
internal sealed record HostSnapshot(int HostPid, string State, string? Error, string? Dashboard, string? ResourceService, IReadOnlyList<ResourceSnapshot> Resources);
