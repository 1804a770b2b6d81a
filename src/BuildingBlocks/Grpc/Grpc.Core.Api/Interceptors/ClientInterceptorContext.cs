namespace Grpc.Core.Interceptors;

/// <summary>A call on its way out: the method, the host and the options, which an interceptor may replace.</summary>
public readonly struct ClientInterceptorContext<TRequest, TResponse>(
    Method<TRequest, TResponse> method, string? host, CallOptions options)
    where TRequest : class
    where TResponse : class
{
    public Method<TRequest, TResponse> Method { get; } = method;

    /// <summary>The authority to name; null for the one of the channel.</summary>
    public string? Host { get; } = host;

    public CallOptions Options { get; } = options;
}
