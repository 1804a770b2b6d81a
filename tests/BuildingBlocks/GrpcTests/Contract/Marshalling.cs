using System.Text;
using Grpc.Core;

namespace SocialPolicy.GrpcTests.Contract;

public sealed class Marshalling
{
    [Fact]
    public void Goes_through_arrays_whichever_way_the_marshaller_was_made()
    {
        var marshaller = Marshallers.Create<string>(
            (text, context) =>
            {
                context.SetPayloadLength(Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, context.GetBufferWriter());
                context.Complete();
            },
            context => Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence()));

        marshaller.Deserializer(marshaller.Serializer("chỉ tiêu")).ShouldBe("chỉ tiêu");
        marshaller.Serializer("").ShouldBeEmpty();
    }

    [Fact]
    public void Fails_when_the_message_was_never_completed() =>
        Should.Throw<InvalidOperationException>(() =>
            Marshallers.Create<string>((_, _) => { }, _ => "").Serializer("lost"));
}
