using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

/// <summary>Servers of its own, durable, so that they can be killed.</summary>
public sealed class SurvivingOutages : IAsyncLifetime
{
    // What is lost shows however long one waits. The transport pauses between two tries to connect, up to 30 s.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What piles up in an outage shows what is lost, not how much a busy machine carries away: until then fewer a second.
    private const int Brisk = 2;
    private const int Slow = 100;

    private volatile int millisecondsBetween = Brisk;
    private KillableServers servers = null!;
    private MessagingHost host = null!;

    public async Task InitializeAsync()
    {
        servers = await KillableServers.Start();
        var database = servers.Database + ";Timeout=3;Command Timeout=10";
        var targets = new MigrationTargets(null, new(servers.BrokerManagement, "/", new("things", "p@ss/word")));
        await Migrator.Run(new(MessagingHost.Service, typeof(SurvivingOutages).Assembly, database), targets, MessagingHost.Facts, TextWriter.Null, CancellationToken.None);
        host = await MessagingHost.Start(database, servers.Broker);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await servers.DisposeAsync();
    }

    [Fact]
    public async Task Of_the_broker_loses_and_doubles_nothing()
    {
        var announcing = AnnounceWhile(out var stop);
        await Eventually.Holds(async () => await host.Effects() > 50);

        await servers.KillBroker();
        await Eventually.Holds(async () => await host.Pending() > 50);
        millisecondsBetween = Slow;
        await servers.StartBroker();
        stop();
        var announced = await announcing;

        await Settled(announced);
    }

    [Fact]
    public async Task Of_the_database_loses_and_doubles_nothing()
    {
        var announcing = AnnounceWhile(out var stop);
        await Eventually.Holds(async () => await host.Effects() > 50);

        await servers.KillDatabase();
        await servers.StartDatabase();
        stop();
        var answered = await announcing;

        // What a commit answered for is there; of a commit cut off in the middle either outcome is right.
        var stored = await host.Scalar<long>("select count(*) from ground.outbox");
        stored.ShouldBeInRange(answered, answered + 8);
        await Settled(stored);
    }

    private async Task Settled(long announced)
    {
        await Eventually.Holds(async () => await host.Pending() == 0, Patience);
        await Eventually.Holds(async () => await host.Effects() >= announced, Patience, $"all of {announced} announcements have had their effect");
        (await host.Scalar<long>("select count(distinct event_id) from effects")).ShouldBe(announced);
        (await host.Effects()).ShouldBe(announced);
        (await host.EveryAggregateInOrder()).ShouldBeTrue();
        (await host.Scalar<long>("select count(*) from ground.dead_letters")).ShouldBe(0);
    }

    // Eight writers, an aggregate each, until told to stop; returns how many commits succeeded.
    private Task<long> AnnounceWhile(out Action stop)
    {
        var stopping = new CancellationTokenSource();
        stop = stopping.Cancel;
        return Task.Run(async () => (await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Write(writer, stopping.Token)))).Sum());
    }

    private async Task<long> Write(int writer, CancellationToken stop)
    {
        var (committed, version) = (0L, 0L);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await host.Announce($"things/{writer}", ++version);
                committed++;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50, CancellationToken.None);
            }

            await Task.Delay(millisecondsBetween, CancellationToken.None);
        }

        return committed;
    }
}
