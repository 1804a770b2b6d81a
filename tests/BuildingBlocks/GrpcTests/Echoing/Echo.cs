using Grpc.Core;

namespace SocialPolicy.GrpcTests.Echoing;

/// <summary>A service over plain text with one method of each kind, bound as generated code binds.</summary>
internal static class Echo
{
    public const string ServiceName = "test.Echo";

    public static readonly Method<string, string> Unary = Of(MethodType.Unary, nameof(Unary));
    public static readonly Method<string, string> Collect = Of(MethodType.ClientStreaming, nameof(Collect));
    public static readonly Method<string, string> Spread = Of(MethodType.ServerStreaming, nameof(Spread));
    public static readonly Method<string, string> Converse = Of(MethodType.DuplexStreaming, nameof(Converse));
    public static readonly Method<string, string> Absent = Of(MethodType.Unary, nameof(Absent));

    public static void BindService(ServiceBinderBase binder, EchoBase? service)
    {
        binder.AddMethod(Unary, service is null ? null : new UnaryServerMethod<string, string>(service.Unary));
        binder.AddMethod(Collect, service is null ? null : new ClientStreamingServerMethod<string, string>(service.Collect));
        binder.AddMethod(Spread, service is null ? null : new ServerStreamingServerMethod<string, string>(service.Spread));
        binder.AddMethod(Converse, service is null ? null : new DuplexStreamingServerMethod<string, string>(service.Converse));
    }

    private static Method<string, string> Of(MethodType type, string name) =>
        new(type, ServiceName, name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);
}
