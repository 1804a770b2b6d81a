using Grpc.Core;

namespace SocialPolicy.GrpcTests.Echoing;

/// <summary>The base of the service, as the generator writes them: the engine looks its virtual methods up by name.</summary>
[BindServiceMethod(typeof(Echo), nameof(Echo.BindService))]
internal abstract class EchoBase
{
    public abstract Task<string> Unary(string request, ServerCallContext call);

    public abstract Task<string> Collect(IAsyncStreamReader<string> requests, ServerCallContext call);

    public abstract Task Spread(string request, IServerStreamWriter<string> responses, ServerCallContext call);

    public abstract Task Converse(
        IAsyncStreamReader<string> requests, IServerStreamWriter<string> responses, ServerCallContext call);
}
