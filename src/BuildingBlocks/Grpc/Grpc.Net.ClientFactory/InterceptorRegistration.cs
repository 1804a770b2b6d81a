using Grpc.Core.Interceptors;

namespace Grpc.Net.ClientFactory;

/// <summary>How long an interceptor lives.</summary>
public enum InterceptorScope
{
    /// <summary>With the channel: one for all clients of the name, made by the root provider.</summary>
    Channel = 0,

    /// <summary>With the client: made by the provider that the client is taken from.</summary>
    Client = 1,
}

/// <summary>An interceptor to be made when its scope begins.</summary>
public class InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator)
{
    public InterceptorScope Scope { get; } = scope;

    internal Func<IServiceProvider, Interceptor> Creator { get; } =
        creator ?? throw new ArgumentNullException(nameof(creator));
}
