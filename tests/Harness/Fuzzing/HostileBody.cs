using System.Buffers.Binary;
using Google.Protobuf.Reflection;

namespace SocialPolicy.Harness.Fuzzing;

/// <summary>The body of a call: messages in frames, more or less as gRPC has them.</summary>
internal sealed class HostileBody(HostileMessages messages)
{
    // Whoever is wrong in everything is refused at the door: most calls are wrong in one thing or in none.
    private static readonly int[] Hostilities = [0, 3, 3, 10, 100];

    public byte[] For(MethodDescriptor method, Random random)
    {
        var hostility = Hostilities[random.Next(Hostilities.Length)];
        var message = HostileMessages.Encode(messages.Fill(method.InputType, random, hostility));
        return random.Next(100) switch
        {
            < 65 => Usual(method, message, random, hostility),
            < 78 => Frame(0, HostileMessages.Mutate(message, random)),
            < 82 => Frame(0, message[..random.Next(message.Length + 1)]),
            < 86 => Frame(0, Noise(random)),
            < 88 => Frame(1, message),
            < 90 => Frame((byte)random.Next(2, 256), message),
            < 92 => Frame(0, message)[..random.Next(5 + message.Length)],
            < 94 => Frame(0, message, (uint)(message.Length + random.Next(1, 1_000))),
            < 95 => Frame(0, message, uint.MaxValue),
            < 97 => [.. Frame(0, message), .. Frame(0, message)],
            < 98 => [.. Frame(0, message), .. Noise(random)],
            < 99 => [],
            _ => Frame(0, Nested(random.Next(10, 20_000))),
        };
    }

    private byte[] Usual(MethodDescriptor method, byte[] first, Random random, int hostility)
    {
        if (!method.IsClientStreaming)
            return Frame(0, first);
        var body = new List<byte>(Frame(0, first));
        for (var more = random.Next(4); more > 0; more--)
            body.AddRange(Frame(0, HostileMessages.Encode(messages.Fill(method.InputType, random, hostility))));
        return [.. body];
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(1, 500)];
        random.NextBytes(noise);
        return noise;
    }

    // A message in a message in a message, in field 1: deeper than any reader should follow.
    private static byte[] Nested(int depth)
    {
        byte[] inner = [];
        for (var level = 0; level < Math.Min(depth, 400); level++)
            inner = [0x0a, .. Varint(inner.Length), .. inner];
        return inner;
    }

    private static byte[] Varint(int value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        return [.. bytes, (byte)value];
    }

    private static byte[] Frame(byte flag, byte[] message, uint? length = null)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }
}
