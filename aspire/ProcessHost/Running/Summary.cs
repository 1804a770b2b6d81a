namespace Aspire.Hosting.Running;

/// <summary>A resource as the sum of its replicas: as bad as the worst.</summary>
internal static class Summary
{
    private static readonly string[] WorstFirst =
    [
        States.FailedToStart, States.CrashLoop, States.Exited, States.Stopping, States.Waiting, States.Starting, States.NotStarted, States.Running, States.Finished,
    ];

    public static ResourceSnapshot Of(ResourceSnapshot resource, IReadOnlyList<ReplicaSnapshot> replicas)
    {
        var worst = replicas.MinBy(replica => Array.IndexOf(WorstFirst, replica.State))!;
        var health = replicas.Any(replica => replica.Health == Health.Unhealthy) ? Health.Unhealthy
            : replicas.All(replica => replica.Health == Health.Healthy) ? Health.Healthy : null;
        return resource with
        {
            State = worst.State,
            Health = health,
            ExitCode = worst.ExitCode,
            Pid = worst.Pid,
            Restarts = replicas.Sum(replica => replica.Restarts),
            StartedAt = worst.StartedAt,
            Endpoints = replicas[0].Endpoints,
            Replicas = replicas,
            WaitingFor = [],
            Error = replicas.Select(replica => replica.Error).FirstOrDefault(error => error is not null),
        };
    }
}
