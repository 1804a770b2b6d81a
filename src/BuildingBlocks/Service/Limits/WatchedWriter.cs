using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Limits;

/// <summary>
/// What a client is sent, as long as it takes it. A client that takes nothing would not take a refusal either: its stream is reset
/// with ENHANCE_YOUR_CALM, which clients tell as RESOURCE_EXHAUSTED.
/// </summary>
internal sealed class WatchedWriter<T>(IServerStreamWriter<T> stream, TimeSpan patience, ServerCallContext call) : IServerStreamWriter<T>
{
    private const int EnhanceYourCalm = 0xb;

    public WriteOptions? WriteOptions
    {
        get => stream.WriteOptions;
        set => stream.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        var written = stream.WriteAsync(message, cancellationToken);
        return written.IsCompleted ? written : Watched(written);
    }

    private async Task Watched(Task written)
    {
        try
        {
            await written.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            call.GetHttpContext().Features.Get<IHttpResetFeature>()?.Reset(EnhanceYourCalm);
            throw new RuleBroken([new StreamsKeepMoving(patience)]);
        }
    }
}
