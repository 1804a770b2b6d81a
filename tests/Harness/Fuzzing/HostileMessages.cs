using System.Collections;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace SocialPolicy.Harness.Fuzzing;

/// <summary>Fills a message from its descriptor, and spoils its encoding.</summary>
internal sealed class HostileMessages(HostileValues values)
{
    private const int Deepest = 6;
    private const int Many = 10_000;

    private static readonly byte[] Marker = Encoding.UTF8.GetBytes(HostileValues.NoText);

    /// <summary>A message of the shape that the contract asks for.</summary>
    /// <param name="type">Of what message.</param>
    /// <param name="random">What decides.</param>
    /// <param name="hostility">How many percent of its values are such as no honest client sends.</param>
    /// <param name="depth">Below the request.</param>
    public IMessage Fill(MessageDescriptor type, Random random, int hostility, int depth = 0)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        if (Special(message, random, hostility))
            return message;

        var most = random.Next(1, 5);
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            if (random.Next(5) < most)
                Fill(message, field, random, hostility, depth);
        }

        return message;
    }

    /// <summary>Its bytes, with what is no text where the message asks for that.</summary>
    public static byte[] Encode(IMessage message)
    {
        var bytes = message.ToByteArray();
        for (var at = bytes.AsSpan().IndexOf(Marker); at >= 0; at = bytes.AsSpan().IndexOf(Marker))
            ((ReadOnlySpan<byte>)[0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf5, 0xff]).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    /// <summary>Some bytes changed, left out or put in.</summary>
    public static byte[] Mutate(byte[] message, Random random)
    {
        var bytes = new List<byte>(message);
        for (var changes = random.Next(1, 8); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                default: bytes.Insert(at, (byte)random.Next(256)); break;
            }
        }

        return [.. bytes];
    }

    private void Fill(IMessage message, FieldDescriptor field, Random random, int hostility, int depth)
    {
        if (field.FieldType is FieldType.Message && depth >= Deepest)
            return;
        if (field.IsMap)
            FillMap((IDictionary)field.Accessor.GetValue(message), field, random, hostility, depth);
        else if (field.IsRepeated)
            FillList((IList)field.Accessor.GetValue(message), field, random, hostility, depth);
        else
            field.Accessor.SetValue(message, Value(field, random, hostility, depth));
    }

    private void FillList(IList list, FieldDescriptor field, Random random, int hostility, int depth)
    {
        var count = random.Next(1_000) == 0 ? Many : random.Next(4);
        var first = count > 0 ? Value(field, random, hostility, depth) : null;
        var isLarge = first is string { Length: > 100 } or ByteString { Length: > 100 } or IMessage && count is Many;
        for (var item = 0; item < (isLarge && count is Many ? 100 : count); item++)
            list.Add(count is Many ? first : Value(field, random, hostility, depth));
    }

    private void FillMap(IDictionary map, FieldDescriptor field, Random random, int hostility, int depth)
    {
        for (var entry = random.Next(4); entry > 0; entry--)
            map[Value(field.MessageType.FindFieldByNumber(1), random, hostility, depth)] = Value(field.MessageType.FindFieldByNumber(2), random, hostility, depth);
    }

    private object Value(FieldDescriptor field, Random random, int hostility, int depth)
    {
        if (field.FieldType is not FieldType.Message)
            return random.Next(100) < hostility ? values.Scalar(field, random) : values.Plausible(field, random);

        // The wrappers of plain values are plain values to their accessors.
        var filled = Fill(field.MessageType, random, hostility, depth + 1);
        return field.MessageType.IsWrapperType() ? filled.Descriptor.FindFieldByNumber(1).Accessor.GetValue(filled) : filled;
    }

    // Most of the days and moments exist.
    private static bool Special(IMessage message, Random random, int hostility)
    {
        if (random.Next(200) < hostility)
            return false;
        switch (message)
        {
            case Date date:
                (date.Year, date.Month, date.Day) = (random.Next(2024, 2031), random.Next(1, 13), random.Next(1, 29));
                return true;
            case Timestamp timestamp:
                timestamp.Seconds = random.Next(1_700_000_000, 1_900_000_000);
                return true;
            default:
                return false;
        }
    }
}

/// <summary>Messages of google.protobuf that stand for one value.</summary>
internal static class Wrappers
{
    public static bool IsWrapperType(this MessageDescriptor type) =>
        type.File.Name == "google/protobuf/wrappers.proto";
}
