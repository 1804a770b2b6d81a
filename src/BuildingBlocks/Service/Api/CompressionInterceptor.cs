using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;

namespace SocialPolicy.BuildingBlocks.Service.Api;

/// <summary>Sends small answers as they are: compressing them costs time and saves nothing.</summary>
internal sealed class CompressionInterceptor(IOptions<ApiOptions> options) : Interceptor
{
    private static readonly WriteOptions AsItIs = new(WriteFlags.NoCompress);
    private readonly int threshold = options.Value.CompressFrom;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var response = await continuation(request, context);
        Choose(response, context);
        return response;
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var response = await continuation(requestStream, context);
        Choose(response, context);
        return response;
    }

    private void Choose(object? response, ServerCallContext call)
    {
        if (response is IMessage message && message.CalculateSize() < threshold)
            call.WriteOptions = AsItIs;
    }
}
