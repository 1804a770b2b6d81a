using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Api;

namespace SocialPolicy.BuildingBlocks.Service.Errors;

/// <summary>The outermost interceptor: whatever a call throws leaves as a canonical code with its details, logged once.</summary>
internal sealed partial class ErrorsInterceptor(IOptions<ApiOptions> options, ILogger<ErrorsInterceptor> logger) : Interceptor
{
    private readonly string domain = options.Value.Domain;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw Refuse(exception, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(requestStream, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw Refuse(exception, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw Refuse(exception, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception exception) when (exception is not RpcException)
        {
            throw Refuse(exception, context);
        }
    }

    private RpcException Refuse(Exception exception, ServerCallContext call)
    {
        switch (exception)
        {
            case RuleBroken broken:
                Refused(call.Method, broken.First.Reason);
                return Refusal.Of(broken, domain);

            case OperationCanceledException or IOException when call.CancellationToken.IsCancellationRequested:
                return Ended(call);

            case PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }:
                var holdsNul = new RuleBroken([new TextsHoldNoNul()]);
                Refused(call.Method, holdsNul.First.Reason);
                return Refusal.Of(holdsNul, domain);

            case NpgsqlException { IsTransient: true }:
                StorageFailed(exception, call.Method);
                return Refusal.Of(new RuleBroken([new StorageCanBeReached()]), domain);

            default:
                Failed(exception, call.Method);
                return Refusal.Of(StatusCode.Internal, Refusal.InternalError, "The service failed; its log says why.", domain);
        }
    }

    // Deadlines are real time, whatever the platform's clock says.
    private RpcException Ended(ServerCallContext call)
    {
        var late = call.Deadline <= TimeProvider.System.GetUtcNow().UtcDateTime;
        Refused(call.Method, late ? Refusal.DeadlineExceeded : Refusal.CallCancelled);
        return late
            ? Refusal.Of(StatusCode.DeadlineExceeded, Refusal.DeadlineExceeded, "The deadline passed before the answer.", domain)
            : Refusal.Of(StatusCode.Cancelled, Refusal.CallCancelled, "The caller ended the call.", domain);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} refused: {Reason}")]
    private partial void Refused(string method, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} refused: the storage does not answer")]
    private partial void StorageFailed(Exception exception, string method);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed")]
    private partial void Failed(Exception exception, string method);
}
