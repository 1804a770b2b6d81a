namespace Grpc.Core;

/// <summary>How a channel stands to its server.</summary>
public enum ConnectivityState
{
    /// <summary>Not connected, for nothing was asked of it yet.</summary>
    Idle,

    /// <summary>Connecting.</summary>
    Connecting,

    /// <summary>Connected.</summary>
    Ready,

    /// <summary>Failed, and will be tried again.</summary>
    TransientFailure,

    /// <summary>Ended for good.</summary>
    Shutdown,
}
