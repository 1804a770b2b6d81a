using System.Diagnostics;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.Harness;
using SocialPolicy.Harness.Messaging;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

public sealed class AnnouncingFacts : IAsyncLifetime
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
    public async Task Keeps_the_order_of_each_aggregate()
    {
        await using var host = await Start();

        await AnnounceAll(host, aggregates: 20, versions: 25);

        await Eventually.Holds(async () => await host.Effects() == 500);
        (await host.EveryAggregateInOrder()).ShouldBeTrue();
    }

    [Fact]
    public async Task Keeps_the_order_of_a_backlog_that_is_delivered_at_once()
    {
        await using (await Start())
        {
            // Its queue stands now, and holds what comes while nobody is there to take it.
        }

        await using (var sender = await FactSender.Connect(broker.Administrator))
        {
            for (var version = 1; version <= 600; version++)
                await sender.Send(new V2.ThingRenamed("a"), new(Guid.CreateVersion7(), "things.ThingRenamed", 2, "things/1", version, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "someone", null));
        }

        await using var host = await Start();
        await Eventually.Holds(async () => await host.Scalar<long>("select count(*) from ground.inbox") == 600);
        (await host.Effects()).ShouldBe(600);
        (await host.EveryAggregateInOrder()).ShouldBeTrue();
    }

    [Fact]
    public async Task Happens_once_with_two_replicas_at_work()
    {
        await using var one = await Start();
        await using var two = await Start();

        await Task.WhenAll(AnnounceAll(one, aggregates: 10, versions: 20), AnnounceAll(two, aggregates: 10, versions: 20, from: 10));

        await Eventually.Holds(async () => await one.Effects() >= 400 && await one.Pending() == 0);
        (await one.EveryAggregateInOrder()).ShouldBeTrue();
        (await one.Scalar<long>("select count(distinct event_id) from effects")).ShouldBe(400);
        (await one.Scalar<long>("select sum(published_count)::bigint from ground.relay_progress")).ShouldBe(400, "no announcement was published by both");
    }

    [Fact]
    public async Task Repeats_what_was_published_but_not_marked_and_nobody_notices()
    {
        await using (var host = await Start())
        {
            await AnnounceAll(host, aggregates: 5, versions: 10);
            await Eventually.Holds(async () => await host.Effects() == 50 && await host.Pending() == 0);
        }

        await AsOwner("update ground.outbox set published_at = null");
        await using var restarted = await Start();
        await Eventually.Holds(async () => await restarted.Pending() == 0);
        await restarted.Announce("things/last", 1);

        await Eventually.Holds(async () => await restarted.Scalar<bool>("select exists (select from effects where aggregate = 'things/last')"));
        (await restarted.Effects()).ShouldBe(51);
    }

    [Fact]
    public async Task Goes_on_beside_an_aggregate_whose_fact_the_service_announces_no_more()
    {
        await AsOwner("""
            insert into ground.outbox (id, slot, exchange, type, schema_version, aggregate, aggregate_version, occurred_at, actor, payload)
            select gen_random_uuid(), slot, 'of-another-service', 'things.ThingRenamed', 2, 'things/refused', 1, now(), 'someone', '{}' from generate_series(0, 15) as slot
            """);
        await using var host = await Start();

        await AnnounceAll(host, aggregates: 20, versions: 5);

        await Eventually.Holds(async () => await host.Effects() == 100);
        await Eventually.Holds(async () => await host.Pending() == 16);
        (await host.EveryAggregateInOrder()).ShouldBeTrue();
    }

    [Fact]
    public async Task Carries_the_trace_of_the_command_to_the_consumer()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is MessagingActivities.SourceName or nameof(AnnouncingFacts),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource(nameof(AnnouncingFacts));
        await using var host = await Start();

        using var command = source.StartActivity("command")!;
        await host.Announce("things/traced", 1);

        await Eventually.Holds(async () => await host.Effects() == 1);
        (await host.Scalar<string>("select trace from effects")).ShouldContain(command.TraceId.ToString());
    }

    [Fact]
    public async Task Is_refused_for_a_fact_the_service_did_not_register()
    {
        var row = () => OutboxRow.Of(new V2.ThingRenamed("a"), Facts.None("things"), "things/1", 1, DateTimeOffset.UnixEpoch, "someone");

        Should.Throw<InvalidOperationException>(() => row()).Message.ShouldContain("Announces<ThingRenamed>");
        await Task.CompletedTask;
    }

    private Task<MessagingHost> Start() => MessagingHost.Start(database.ConnectionString, broker.ConnectionString);

    private static Task AnnounceAll(MessagingHost host, int aggregates, int versions, int from = 0) =>
        Task.WhenAll(Enumerable.Range(from, aggregates).Select(async aggregate =>
        {
            for (var version = 1; version <= versions; version++)
                await host.Announce($"things/{aggregate}", version);
        }));

    private async Task AsOwner(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Owner);
        await connection.ExecuteAsync(sql);
    }
}
