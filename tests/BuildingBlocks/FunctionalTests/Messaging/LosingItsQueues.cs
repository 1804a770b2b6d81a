using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

/// <summary>A service that does not get its queues back ends, to be started anew; one whose broker is away waits.</summary>
public sealed class LosingItsQueues
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private QueueWatchSettings Impatient => new(Short, Short, () => ended.TrySetResult());

    [Fact]
    public async Task While_the_broker_is_there_ends_the_process()
    {
        await using var database = await MessagingHost.NewDatabase();
        await using var broker = await MessagingHost.NewBroker();
        await using var host = await MessagingHost.Start(database.ConnectionString, broker.ConnectionString, watch: Impatient);

        await broker.Lose();

        await Eventually.Holds(() => Task.FromResult(host.Stopping.IsCancellationRequested), TimeSpan.FromSeconds(60));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task With_the_broker_itself_waits_for_it()
    {
        await using var servers = await KillableServers.Start();
        var targets = new MigrationTargets(null, new(servers.BrokerManagement, "/", new("things", "p@ss/word")));
        await Migrator.Run(new(MessagingHost.Service, typeof(LosingItsQueues).Assembly, servers.Database), targets, MessagingHost.Facts, TextWriter.Null, CancellationToken.None);
        await using var host = await MessagingHost.Start(servers.Database, servers.Broker, watch: Impatient with { Patience = TimeSpan.FromSeconds(30) });

        await servers.KillBroker();
        await Task.Delay(2 * Short);
        host.Stopping.IsCancellationRequested.ShouldBeFalse();
        await servers.StartBroker();

        await Eventually.Holds(host.IsHealthy, TimeSpan.FromSeconds(60));
        host.Stopping.IsCancellationRequested.ShouldBeFalse();
        ended.Task.IsCompleted.ShouldBeFalse();
    }
}
