using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;

namespace SocialPolicy.Benchmarks.Rpc;

/// <summary>Calls the echo over a channel, with nothing around it but what the invoker adds.</summary>
internal sealed class GrpcEchoCaller(GrpcChannel channel, CallInvoker invoker) : ICaller
{
    public GrpcEchoCaller(GrpcChannel channel)
        : this(channel, channel.CreateCallInvoker())
    {
    }

    public async Task Call()
    {
        using var call = invoker.AsyncUnaryCall(Echo.Method, host: null, default, Echo.Text);
        StringValue answer = await call;
        if (answer.Value.Length != Echo.Text.Value.Length)
            throw new InvalidOperationException("The echo is not what was said.");
    }

    public void Dispose() => channel.Dispose();
}
