using System.Text;
using MassTransit;
using RabbitMQ.Client;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>A message as the broker delivered it, and what was read of it.</summary>
internal sealed class Delivery
{
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Delivery(Envelope envelope, IFact? fact, byte[] body, string? unreadable) =>
        (Envelope, Fact, Body, Unreadable) = (envelope, fact, body, unreadable);

    public Envelope Envelope { get; }

    /// <summary>Null when the message is <see cref="Unreadable"/>.</summary>
    public IFact? Fact { get; }

    public byte[] Body { get; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Unreadable { get; }

    /// <summary>Completes when the database has taken over: then the broker may forget the message.</summary>
    public Task Settled => settled.Task;

    public static Delivery Of(ReceiveContext context, FactHandler handler)
    {
        var properties = context.GetPayload<RabbitMqBasicConsumeContext>().Properties;
        return Of(properties.MessageId, name => Header(properties, name), context.GetBody(), handler);
    }

    // Whatever reading throws, a fact's own constructor too: a delivery that never arrives would hold up all behind it.
    public static Delivery Of(string? messageId, Func<string, string?> header, byte[] body, FactHandler handler)
    {
        Envelope envelope;
        try
        {
            envelope = EnvelopeHeaders.Read(messageId, header);
        }
        catch (Exception failure)
        {
            return new(EnvelopeHeaders.Unreadable(messageId, header, body), null, body, Reason(failure));
        }

        try
        {
            return new(envelope, handler.Read(body), body, null);
        }
        catch (Exception failure)
        {
            return new(envelope, null, body, Reason(failure));
        }
    }

    public static string? Header(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) is true
            ? value switch { byte[] bytes => Encoding.UTF8.GetString(bytes), null => null, _ => value.ToString() }
            : null;

    public void Settle() => settled.TrySetResult();

    /// <summary>Gives it back to the broker, which delivers it again.</summary>
    public void GiveBack(Exception reason) => settled.TrySetException(reason);

    private static string Reason(Exception failure) => $"{failure.GetType().Name}: {failure.Message}";
}
