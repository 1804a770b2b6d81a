namespace Grpc.Core;

/// <summary>Messages that arrive one by one.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message of the last successful <see cref="MoveNext"/>.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; false at the end. One call at a time. Throws RpcException when the call failed.</summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}

/// <summary>Messages that are sent one by one.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Options of the messages written next.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Sends a message; ends when the transport has taken it. One call at a time.</summary>
    Task WriteAsync(T message);

    /// <summary>The same, given up when the token is cancelled.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("This writer cannot be cancelled.")
        : WriteAsync(message);
}

/// <summary>The requests of a streaming call, as its client writes them.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no more requests follow.</summary>
    Task CompleteAsync();
}

/// <summary>The responses of a streaming call, as its service writes them.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
