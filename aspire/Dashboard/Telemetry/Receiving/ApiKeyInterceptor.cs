using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace SocialPolicy.Dashboard.Telemetry.Receiving;

/// <summary>Lets in only those who show the key that the host gave to its processes.</summary>
internal sealed class ApiKeyInterceptor(string key) : Interceptor
{
    private const string Header = "x-otlp-api-key";

    private readonly byte[] expected = Encoding.UTF8.GetBytes(key);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var shown = Encoding.UTF8.GetBytes(context.RequestHeaders.GetValue(Header) ?? "");
        if (!CryptographicOperations.FixedTimeEquals(shown, expected))
            throw new RpcException(new Status(StatusCode.Unauthenticated, $"The key in {Header} is missing or wrong."));
        return continuation(request, context);
    }
}
