using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Messaging;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

/// <summary>A fact whose handling ends the process every time, until the broker puts it aside.</summary>
public sealed class OverdeliveredFacts : IAsyncLifetime
{
    private TestDatabase database = null!;
    private TestBroker broker = null!;

    public async Task InitializeAsync() => (database, broker) = (await MessagingHost.NewDatabase(), await MessagingHost.NewBroker());

    public async Task DisposeAsync()
    {
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Become_dead_letters_of_the_consumer_they_were_meant_for_and_can_be_replayed()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        var envelope = new Envelope(Guid.CreateVersion7(), "things.ThingRenamed", 2, "things/1", 1, now, now, "somebody", null);
        await using (var sender = await FactSender.Connect(broker.Administrator))
            await sender.Send(new ThingRenamed("a"), envelope);
        await LeaveUnanswered();

        await using var host = await MessagingHost.Start(database.ConnectionString, broker.ConnectionString);

        await Eventually.Holds(async () => await host.Scalar<long>("select count(*) from ground.dead_letters") == 1);
        (await host.Effects()).ShouldBe(0);
        (await host.Scalar<string>("select concat_ws(' ', consumer, error) from ground.dead_letters"))
            .ShouldStartWith("things.ThingRenamed Delivered too often without an answer: ");
        (await host.DeadLetters.Replay([envelope.Id], CancellationToken.None)).ShouldBe((1, 0));
        (await host.Effects()).ShouldBe(1);
    }

    // What a process that dies while it handles the fact looks like to the broker, as often as it takes.
    private async Task LeaveUnanswered()
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker.Administrator) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) => channel.BasicNackAsync(delivery.DeliveryTag, multiple: false, requeue: true).AsTask();
        await channel.BasicConsumeAsync(Topology.Queue(MessagingHost.Service, typeof(ThingRenamed)), autoAck: false, consumer);
        await Eventually.Holds(async () => (await channel.QueueDeclarePassiveAsync(Topology.DeadLetterQueue(MessagingHost.Service))).MessageCount == 1);
    }
}
