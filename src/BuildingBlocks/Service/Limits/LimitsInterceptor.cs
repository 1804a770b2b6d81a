using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.BuildingBlocks.Service.Limits;

/// <summary>Bounds what is open at a time, and keeps streams moving. Stands behind the one that knows the caller.</summary>
internal sealed class LimitsInterceptor(CallerLimits limits, IOptions<LimitOptions> options) : Interceptor
{
    private readonly TimeSpan patience = options.Value.StreamPatience;

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        context.GetHttpContext().GetEndpoint()?.Metadata.GetMetadata<HeavyAttribute>() is null
            ? continuation(request, context)
            : Heavy(request, context, continuation);

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var asker = AskerOf(context);
        using var open = limits.Open(asker);
        limits.BeginUpload(asker);
        return await continuation(Watched(requestStream, asker), context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var open = limits.Open(AskerOf(context));
        await continuation(request, Watched(responseStream, context), context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var asker = AskerOf(context);
        using var open = limits.Open(asker);
        await continuation(Watched(requestStream, asker), Watched(responseStream, context), context);
    }

    private async Task<TResponse> Heavy<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class
    {
        using var open = limits.Open(AskerOf(context));
        return await continuation(request, context);
    }

    private WatchedReader<T> Watched<T>(IAsyncStreamReader<T> stream, Asker asker) => new(stream, patience, bytes => limits.Upload(asker, bytes));

    private WatchedWriter<T> Watched<T>(IServerStreamWriter<T> stream, ServerCallContext call) => new(stream, patience, call);

    private static Asker AskerOf(ServerCallContext call) =>
        call.Caller() is { Subject: not "" } caller ? Asker.Of(caller) : Asker.At(call.GetHttpContext().Connection.RemoteIpAddress);
}
