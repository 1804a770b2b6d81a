using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.Benchmarks.Rpc;

/// <summary>The method that is called: a short text there and back, in Protocol Buffers.</summary>
internal static class Echo
{
    public static readonly StringValue Text = new() { Value = "Tỷ lệ hộ nghèo đa chiều giảm 1,2 điểm phần trăm" };

    public static readonly Method<StringValue, StringValue> Method =
        new(MethodType.Unary, "benchmarks.Echo", nameof(EchoBase.Say), Messages, Messages);

    private static Marshaller<StringValue> Messages => Marshallers.Create(
        (message, context) =>
        {
            context.SetPayloadLength(message.CalculateSize());
            message.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context => StringValue.Parser.ParseFrom(context.PayloadAsReadOnlySequence()));

    public static void Bind(ServiceBinderBase binder, EchoBase? service) =>
        binder.AddMethod(Method, service is null ? null : new UnaryServerMethod<StringValue, StringValue>(service.Say));
}

[BindServiceMethod(typeof(Echo), nameof(Echo.Bind))]
internal abstract class EchoBase
{
    public abstract Task<StringValue> Say(StringValue request, ServerCallContext call);
}

internal sealed class EchoService : EchoBase
{
    [AllowedTo(Role.Registrar)]
    public override Task<StringValue> Say(StringValue request, ServerCallContext call) => Task.FromResult(request);
}
