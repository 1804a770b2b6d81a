namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a resource waits for before it starts.</summary>
internal sealed record WaitAnnotation(IResource Resource, WaitType WaitType, int ExitCode = 0) : IResourceAnnotation;

internal enum WaitType
{
    UntilHealthy,
    ForCompletion,
}

/// <summary>Fills in environment variables just before a start, when every address is known.</summary>
internal sealed record EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> Callback) : IResourceAnnotation;

internal sealed record CommandLineArgsAnnotation(IReadOnlyList<string> Arguments) : IResourceAnnotation;

internal sealed record ReplicaAnnotation(int Replicas) : IResourceAnnotation;

/// <summary>The process is healthy while a GET of the path answers with this status.</summary>
internal sealed record HttpHealthCheckAnnotation(string Path, int StatusCode, string? EndpointName) : IResourceAnnotation;

/// <summary>The data outlive the process; without it a server begins empty each time.</summary>
internal sealed record DataVolumeAnnotation(string? Name) : IResourceAnnotation;

internal sealed record ParentAnnotation(IResource Parent) : IResourceAnnotation;

/// <summary>The project as it was built.</summary>
internal sealed record ProjectOutputAnnotation(string ProjectPath, string Assembly) : IResourceAnnotation;

/// <summary>What a callback may add to the environment of a process.</summary>
public sealed class EnvironmentCallbackContext
{
    /// <summary>Strings, parameters, endpoints, expressions.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = new(StringComparer.Ordinal);
}
