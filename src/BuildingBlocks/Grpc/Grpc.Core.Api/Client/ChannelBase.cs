namespace Grpc.Core;

/// <summary>A way to one server or a set of equal servers; costly to make, meant to be shared.</summary>
public abstract class ChannelBase(string target)
{
    public string Target { get; } = target ?? throw new ArgumentNullException(nameof(target));

    /// <summary>What clients make their calls with.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends the channel and with it the calls that are running.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
