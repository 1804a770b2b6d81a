using Grpc.Core;

namespace Grpc.Net.ClientFactory;

/// <summary>A call whose options may be replaced before it is made.</summary>
public class CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider)
{
    public CallOptions CallOptions { get; set; } = callOptions;

    /// <summary>The provider that the client was taken from.</summary>
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
}
