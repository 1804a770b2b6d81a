using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

public sealed class RightsOnTheBroker : IAsyncLifetime
{
    private static readonly Facts Facts = new(MessagingHost.Service, new HashSet<Type> { typeof(ThingRenamed) }, new HashSet<Type> { typeof(ThingRenamed) });

    private readonly Service.Storage.Credentials user = new("service-things", "p@ss/word");
    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private string connectionString = null!;

    public async Task InitializeAsync()
    {
        (database, broker) = (await MessagingHost.NewDatabase(), await TestBroker.Create());
        await BrokerUser.Grant(new(await TestBroker.Management(), broker.VirtualHost, user), Facts, TextWriter.Null, CancellationToken.None);
        connectionString = broker.ConnectionFor(user.Name, user.Password);
    }

    public async Task DisposeAsync()
    {
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Suffice_for_announcing_and_consuming()
    {
        await using var host = await MessagingHost.Start(database.ConnectionString, connectionString);

        await host.Announce("things/1", 1);

        await Eventually.Holds(async () => await host.Effects() == 1);
    }

    [Fact]
    public async Task Reach_no_further_than_the_services_own_names()
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(connectionString) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();

        var refusal = await Should.ThrowAsync<OperationInterruptedException>(() => channel.QueueDeclareAsync("indicators.PlanPublished", true, false, false));

        refusal.ShutdownReason!.ReplyCode.ShouldBe((ushort)403);
    }
}
