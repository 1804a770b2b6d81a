using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Mime;
using MassTransit;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Gives announcements to the broker and waits for its confirmation.</summary>
internal sealed class Announcer(IBus bus)
{
    private static readonly Announcement Nothing = new();

    private readonly ConcurrentDictionary<string, Uri> addresses = new(StringComparer.Ordinal);

    /// <summary>Returns when the broker has confirmed it.</summary>
    public async Task Announce(PendingAnnouncement pending, CancellationToken ct)
    {
        using var span = MessagingActivities.Continue($"relay {pending.Envelope.Type}", ActivityKind.Producer, pending.Envelope.TraceParent);
        var envelope = pending.Envelope with { TraceParent = span?.Id ?? pending.Envelope.TraceParent };
        var endpoint = await bus.GetSendEndpoint(addresses.GetOrAdd(pending.Exchange, exchange => new Uri($"exchange:{exchange}?type=fanout&durable=true")));
        await endpoint.Send(Nothing, Pipe.Execute<SendContext<Announcement>>(context =>
        {
            context.MessageId = envelope.Id;
            context.Durable = true;
            context.Serializer = new StoredPayload(pending.Payload);
            foreach (var (name, value) in EnvelopeHeaders.Write(envelope))
                context.Headers.Set(name, value);
        }), ct);
    }

    /// <summary>The type the transport sees; what goes out is the payload as it was stored.</summary>
    internal sealed record Announcement;

    private sealed class StoredPayload(string payload) : IMessageSerializer
    {
        private static readonly ContentType Json = new("application/json");

        public ContentType ContentType => Json;

        public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class => new StringMessageBody(payload);
    }
}
