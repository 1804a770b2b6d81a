using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

public sealed class RightsOnTheBroker : IAsyncLifetime
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
    public async Task Suffice_for_announcing_and_consuming()
    {
        await using var host = await MessagingHost.Start(database.ConnectionString, broker.ConnectionString);

        await host.Announce("things/1", 1);

        await Eventually.Holds(async () => await host.Effects() == 1);
    }

    [Fact]
    public Task Make_no_queue_of_another_service() => IsRefused(channel => channel.QueueDeclareAsync("indicators.PlanPublished", true, false, false));

    [Fact]
    public Task Remove_no_exchange_of_another_service() => IsRefused(channel => channel.ExchangeDeleteAsync("SocialPolicy.Contracts.Events.PlanRegistry.V1:PlanPublished"));

    [Fact]
    public Task Announce_nothing_of_another_service() => IsRefused(async channel =>
    {
        await channel.BasicPublishAsync("SocialPolicy.Contracts.Events.PlanRegistry.V1:PlanPublished", "", ReadOnlyMemory<byte>.Empty);
        await channel.QueueDeclarePassiveAsync($"{MessagingHost.Service}.dead-letters");
    });

    private async Task IsRefused(Func<IChannel, Task> attempt)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker.ConnectionString) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();

        var refusal = await Should.ThrowAsync<OperationInterruptedException>(() => attempt(channel));

        refusal.ShutdownReason!.ReplyCode.ShouldBe((ushort)403);
    }
}
