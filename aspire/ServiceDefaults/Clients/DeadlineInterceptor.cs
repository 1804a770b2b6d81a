using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SocialPolicy.ServiceDefaults.Clients;

/// <summary>
/// Gives every call without a deadline one. The machine's clock counts, as it does for the gRPC engine, not the installation's,
/// which may be set to another day.
/// </summary>
internal sealed class DeadlineInterceptor(TimeSpan limit) : Interceptor
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, Limited(context));

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, Limited(context));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(request, Limited(context));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(Limited(context));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(Limited(context));

    private ClientInterceptorContext<TRequest, TResponse> Limited<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> call)
        where TRequest : class
        where TResponse : class =>
        call.Options.Deadline is null
            ? new(call.Method, call.Host, call.Options.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + limit))
            : call;
}
