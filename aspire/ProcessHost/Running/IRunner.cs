using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Takes a resource from its first start to its last stop.</summary>
internal interface IRunner
{
    IResource Resource { get; }

    /// <summary>Waits for what it waits for, then starts.</summary>
    Task Start(CancellationToken ct);

    Task Stop(bool force);
}
