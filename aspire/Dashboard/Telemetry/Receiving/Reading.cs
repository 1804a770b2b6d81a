using System.Buffers.Binary;
using System.Globalization;
using Google.Protobuf;
using OpenTelemetry.Proto.Common.V1;
using OpenTelemetry.Proto.Resource.V1;

namespace SocialPolicy.Dashboard.Telemetry.Receiving;

/// <summary>From the wire to what the store keeps: text within bounds, times as times.</summary>
internal static class Reading
{
    private const int MostFacts = 64;
    private const int LongestValue = 4_000;
    private const long NanosecondsPerTick = 100;

    public static Sender Sender(Resource? resource) => new(
        Find(resource, "service.name") ?? "unknown",
        Find(resource, "service.instance.id") ?? "");

    public static IReadOnlyList<Fact> Facts(IReadOnlyCollection<KeyValue> attributes) => attributes.Count is 0
        ? []
        : [.. attributes.Take(MostFacts).Select(attribute => new Fact(attribute.Key, Text(attribute.Value)))];

    public static string Text(AnyValue? value) => Short(value?.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        AnyValue.ValueOneofCase.IntValue => value.IntValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.DoubleValue => Number(value.DoubleValue),
        AnyValue.ValueOneofCase.ArrayValue => $"[{string.Join(", ", value.ArrayValue.Values.Select(Text))}]",
        AnyValue.ValueOneofCase.KvlistValue =>
            $"{{{string.Join(", ", value.KvlistValue.Values.Select(pair => $"{pair.Key}: {Text(pair.Value)}"))}}}",
        AnyValue.ValueOneofCase.BytesValue => $"{value.BytesValue.Length} bytes",
        _ => "",
    });

    public static string Number(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(ulong nanoseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(nanoseconds / NanosecondsPerTick));

    public static UInt128 TraceId(ByteString id) => id.Length is 16 ? BinaryPrimitives.ReadUInt128BigEndian(id.Span) : 0;

    public static ulong SpanId(ByteString id) => id.Length is 8 ? BinaryPrimitives.ReadUInt64BigEndian(id.Span) : 0;

    private static string? Find(Resource? resource, string key) =>
        resource?.Attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value?.StringValue;

    private static string Short(string text) =>
        text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue), " …");
}
