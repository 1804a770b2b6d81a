using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Errors;

namespace SocialPolicy.BuildingBlocks.Service.Limits;

/// <summary>What a client streams, as long as it does not keep the service waiting. Throws STREAM_TOO_SLOW, MESSAGE_MALFORMED, QUOTA_EXHAUSTED.</summary>
internal sealed class WatchedReader<T>(IAsyncStreamReader<T> stream, TimeSpan patience, Action<int> weigh) : IAsyncStreamReader<T>
{
    public T Current => stream.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(patience);
        try
        {
            if (!await stream.MoveNext(late.Token))
                return false;
        }
        catch (Exception ended) when (ended is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled }
            && late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new RuleBroken([new StreamsKeepMoving(patience)]);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or RpcException { StatusCode: StatusCode.Internal }
            && !cancellationToken.IsCancellationRequested)
        {
            throw new RuleBroken([new MessagesFollowTheirContract()]);
        }

        if (Current is IMessage message)
            weigh(message.CalculateSize());
        return true;
    }
}
