namespace Grpc.Net.ClientFactory;

/// <summary>Makes clients by the name they were registered under.</summary>
public abstract class GrpcClientFactory
{
    /// <summary>A client over the channel of this name. Throws InvalidOperationException for a name not registered.</summary>
    public abstract TClient CreateClient<TClient>(string name)
        where TClient : class;
}
