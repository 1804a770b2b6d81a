namespace Grpc.Core.Interceptors;

/// <summary>Names the host of every call.</summary>
internal sealed class HostInterceptor(string host) : CallChangingInterceptor
{
    protected override ClientInterceptorContext<TRequest, TResponse> Changed<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> call) =>
        new(call.Method, host, call.Options);
}
