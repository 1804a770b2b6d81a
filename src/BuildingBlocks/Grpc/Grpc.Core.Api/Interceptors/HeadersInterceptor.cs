namespace Grpc.Core.Interceptors;

/// <summary>Replaces the headers of every call by what a function makes of them.</summary>
internal sealed class HeadersInterceptor(Func<Metadata, Metadata> interceptor) : CallChangingInterceptor
{
    private readonly Func<Metadata, Metadata> change = interceptor ?? throw new ArgumentNullException(nameof(interceptor));

    protected override ClientInterceptorContext<TRequest, TResponse> Changed<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> call) =>
        new(call.Method, call.Host, call.Options.WithHeaders(change(call.Options.Headers ?? [])));
}
