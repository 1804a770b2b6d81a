using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>The envelope as headers of a message; the event's id is the message id, the trace is W3C's own header.</summary>
internal static class EnvelopeHeaders
{
    public const string TraceParent = "traceparent";

    private const string Type = "spp-type";
    private const string SchemaVersion = "spp-schema-version";
    private const string Aggregate = "spp-aggregate";
    private const string AggregateVersion = "spp-aggregate-version";
    private const string OccurredAt = "spp-occurred-at";
    private const string RecordedAt = "spp-recorded-at";
    private const string Actor = "spp-actor";

    public static IEnumerable<KeyValuePair<string, string>> Write(Envelope envelope)
    {
        yield return new(Type, envelope.Type);
        yield return new(SchemaVersion, envelope.SchemaVersion.ToString(CultureInfo.InvariantCulture));
        yield return new(Aggregate, envelope.Aggregate);
        yield return new(AggregateVersion, envelope.AggregateVersion.ToString(CultureInfo.InvariantCulture));
        yield return new(OccurredAt, envelope.OccurredAt.ToString("O", CultureInfo.InvariantCulture));
        yield return new(RecordedAt, envelope.RecordedAt.ToString("O", CultureInfo.InvariantCulture));
        yield return new(Actor, envelope.Actor);
        if (envelope.TraceParent is { } trace)
            yield return new(TraceParent, trace);
    }

    /// <exception cref="FormatException">A header is missing or malformed.</exception>
    public static Envelope Read(string? messageId, Func<string, string?> header)
    {
        if (!Guid.TryParse(messageId, out var id))
            throw new FormatException("The message id is no UUID.");
        return new(
            id, Required(Type), int.Parse(Required(SchemaVersion), CultureInfo.InvariantCulture), Required(Aggregate),
            long.Parse(Required(AggregateVersion), CultureInfo.InvariantCulture), Time(OccurredAt), Time(RecordedAt), Required(Actor), Optional(TraceParent));

        string Required(string name) => Optional(name) is { Length: > 0 } value ? value : throw new FormatException($"The header {name} is missing.");
        string? Optional(string name) => header(name) is var value && value?.Contains('\0', StringComparison.Ordinal) is true
            ? throw new FormatException($"The header {name} holds a zero byte.")
            : value;
        DateTimeOffset Time(string name) => DateTimeOffset.ParseExact(Required(name), "O", CultureInfo.InvariantCulture);
    }

    /// <summary>What is known of a message that has no readable envelope; the same message always gets the same id.</summary>
    public static Envelope Unreadable(string? messageId, Func<string, string?> header, ReadOnlySpan<byte> body) => new(
        Guid.TryParse(messageId, out var id) ? id : new Guid(SHA256.HashData([.. Encoding.UTF8.GetBytes(messageId ?? ""), .. body]).AsSpan(0, 16)),
        Storable(header(Type)) ?? "", 1, "", 0, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Storable(header(Actor)) ?? "", Storable(header(TraceParent)));

    // PostgreSQL's text holds no zero byte.
    private static string? Storable(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
