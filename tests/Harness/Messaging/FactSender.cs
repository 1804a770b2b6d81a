using System.Globalization;
using System.Text.Json;
using RabbitMQ.Client;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.Harness.Messaging;

/// <summary>Announces facts as another service would, in the form they have on the wire.</summary>
public sealed class FactSender : IAsyncDisposable
{
    private static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly IConnection connection;
    private readonly IChannel channel;

    private FactSender(IConnection connection, IChannel channel) => (this.connection, this.channel) = (connection, channel);

    /// <param name="broker">The connection string of the broker.</param>
    public static async Task<FactSender> Connect(string broker)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        return new FactSender(connection, await connection.CreateChannelAsync(Confirmed));
    }

    /// <summary>Returns when the broker has it. The same event id again is a repeat.</summary>
    public async Task Send<TFact>(TFact fact, Envelope envelope)
        where TFact : IFact
    {
        var properties = new BasicProperties
        {
            MessageId = envelope.Id.ToString(),
            ContentType = "application/json",
            Persistent = true,
            Headers = new Dictionary<string, object?>
            {
                ["spp-type"] = envelope.Type,
                ["spp-schema-version"] = envelope.SchemaVersion.ToString(CultureInfo.InvariantCulture),
                ["spp-aggregate"] = envelope.Aggregate,
                ["spp-aggregate-version"] = envelope.AggregateVersion.ToString(CultureInfo.InvariantCulture),
                ["spp-occurred-at"] = envelope.OccurredAt.ToString("O", CultureInfo.InvariantCulture),
                ["spp-recorded-at"] = envelope.RecordedAt.ToString("O", CultureInfo.InvariantCulture),
                ["spp-actor"] = envelope.Actor,
            },
        };
        await channel.BasicPublishAsync(
            Topology.Exchange(typeof(TFact)), "", mandatory: true, properties, JsonSerializer.SerializeToUtf8Bytes(fact, JsonSerializerOptions.Web));
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
