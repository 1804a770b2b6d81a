using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Data;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Running;

/// <summary>How a resource is run: how a replica starts and what its health is.</summary>
/// <param name="Start">Starts replica N; does not wait until it is ready.</param>
/// <param name="Checks">Each returns null while replica N is healthy, else why not.</param>
internal sealed record ProcessPlan(
    IResource Resource,
    string Type,
    Func<int, CancellationToken, Task<IRunning>> Start,
    IReadOnlyList<Func<int, CancellationToken, Task<string?>>> Checks)
{
    public int Replicas { get; init; } = 1;

    /// <summary>Its end is its purpose: somebody waits for its completion.</summary>
    public bool RunsOnce { get; init; }

    public required ResourceLog Log { get; init; }
}
