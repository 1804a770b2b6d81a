using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace SocialPolicy.Harness.Calls;

/// <summary>Calls whose RPC is that of the request, in the bytes that go over the wire.</summary>
public static class Calling
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <summary>The answer as it came; of a stream of answers, all of them in a row.</summary>
    /// <param name="calls">By whom.</param>
    /// <param name="messages">The request; of a stream, its messages.</param>
    public static async Task<byte[]> Call(this CallInvoker calls, params IReadOnlyList<IMessage> messages)
    {
        var rpc = Rpcs.RpcOf(messages[0]);
        var method = new Method<byte[], byte[]>(TypeOf(rpc), rpc.Service.FullName, rpc.Name, Bytes, Bytes);
        switch (method.Type)
        {
            case MethodType.ClientStreaming:
                using (var call = calls.AsyncClientStreamingCall(method, null, default))
                {
                    foreach (var message in messages)
                        await call.RequestStream.WriteAsync(message.ToByteArray());
                    await call.RequestStream.CompleteAsync();
                    return await call;
                }

            case MethodType.ServerStreaming:
                using (var call = calls.AsyncServerStreamingCall(method, null, default, messages.Single().ToByteArray()))
                {
                    var all = new List<byte>();
                    while (await call.ResponseStream.MoveNext(CancellationToken.None))
                        all.AddRange(call.ResponseStream.Current);
                    return [.. all];
                }

            default:
                return await calls.AsyncUnaryCall(method, null, default, messages.Single().ToByteArray());
        }
    }

    private static MethodType TypeOf(MethodDescriptor rpc) => rpc switch
    {
        { IsClientStreaming: true } => MethodType.ClientStreaming,
        { IsServerStreaming: true } => MethodType.ServerStreaming,
        _ => MethodType.Unary,
    };
}
