using Grpc.Core;

namespace SocialPolicy.GrpcTests.Echoing;

/// <summary>A client as the generator writes them.</summary>
internal sealed class EchoClient : ClientBase<EchoClient>
{
    public EchoClient(ChannelBase channel)
        : base(channel)
    {
    }

    public EchoClient(CallInvoker invoker)
        : base(invoker)
    {
    }

    public EchoClient()
    {
    }

    private EchoClient(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    public string Say(string text, CallOptions options = default) => CallInvoker.BlockingUnaryCall(Echo.Unary, null, options, text);

    public AsyncUnaryCall<string> SayAsync(string text, CallOptions options = default) =>
        CallInvoker.AsyncUnaryCall(Echo.Unary, null, options, text);

    public AsyncUnaryCall<string> CallAbsentAsync() => CallInvoker.AsyncUnaryCall(Echo.Absent, null, default, "");

    public AsyncClientStreamingCall<string, string> Collect(CallOptions options = default) =>
        CallInvoker.AsyncClientStreamingCall(Echo.Collect, null, options);

    public AsyncServerStreamingCall<string> Spread(string text, CallOptions options = default) =>
        CallInvoker.AsyncServerStreamingCall(Echo.Spread, null, options, text);

    public AsyncDuplexStreamingCall<string, string> Converse(CallOptions options = default) =>
        CallInvoker.AsyncDuplexStreamingCall(Echo.Converse, null, options);

    protected override EchoClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
}
