using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Contract;

/// <summary>Calls whose RPC is that of the request, in the bytes that go over the wire.</summary>
internal static class Calling
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <summary>The answer as it came; of a stream of answers, the first.</summary>
    /// <param name="registry">Called as one who may do everything.</param>
    /// <param name="messages">The request; of a stream, its messages.</param>
    public static Task<byte[]> Call(this Registry registry, params IReadOnlyList<IMessage> messages) => registry.Calls.Call(messages);

    /// <summary>The same as a certain caller.</summary>
    public static async Task<byte[]> Call(this CallInvoker calls, IReadOnlyList<IMessage> messages)
    {
        var rpc = RpcsOfTheRegister.RpcOf(messages[0]);
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
                    (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
                    return call.ResponseStream.Current;
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
