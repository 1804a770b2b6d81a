using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SocialPolicy.GrpcTests.Echoing;

/// <summary>Writes down every call that arrives.</summary>
internal sealed class ServerWitness(string name, ConcurrentQueue<string> seen) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        seen.Enqueue($"{name} unary");
        return continuation(request, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        seen.Enqueue($"{name} collect");
        return continuation(requestStream, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        seen.Enqueue($"{name} spread");
        return continuation(request, responseStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        seen.Enqueue($"{name} converse");
        return continuation(requestStream, responseStream, context);
    }
}
