using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging;

public sealed class ConsumingFacts : IAsyncLifetime
{
    private const string Payload = """{"name":"a"}""";

    private TestDatabase database = null!;
    private TestBroker broker = null!;
    private MessagingHost host = null!;

    public async Task InitializeAsync()
    {
        (database, broker) = (await MessagingHost.NewDatabase(), await MessagingHost.NewBroker());
        host = await MessagingHost.Start(database.ConnectionString, broker.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Has_one_effect_when_a_message_comes_three_times()
    {
        var envelope = EnvelopeOf("things/1", 1);
        for (var time = 0; time < 3; time++)
            await host.Publish(envelope, Payload);
        await host.Publish(EnvelopeOf("things/2", 1), Payload);

        await Eventually.Holds(async () => await host.Scalar<long>("select count(*) from effects where aggregate = 'things/2'") == 1);
        (await host.Effects()).ShouldBe(2);
    }

    [Fact]
    public async Task Has_one_effect_when_a_message_comes_again_as_if_it_were_a_later_version()
    {
        var envelope = EnvelopeOf("things/1", 1);
        await host.Publish(envelope, Payload);
        await host.Publish(envelope with { AggregateVersion = 2 }, Payload);
        await host.Publish(EnvelopeOf("things/1", 3), Payload);

        await Eventually.Holds(async () => await host.Effects() >= 2);
        (await host.Scalar<string>("select string_agg(version::text, ',' order by seq) from effects")).ShouldBe("1,3");
    }

    [Fact]
    public async Task Has_no_effect_for_an_older_version_than_the_last()
    {
        await host.Publish(EnvelopeOf("things/1", 5), Payload);
        await host.Publish(EnvelopeOf("things/1", 4), Payload);
        await host.Publish(EnvelopeOf("things/1", 6), Payload);

        await Eventually.Holds(async () => await host.Scalar<long>("select count(*) from ground.inbox") == 3);
        (await host.Scalar<string>("select string_agg(version::text, ',' order by seq) from effects")).ShouldBe("5,6");
    }

    [Fact]
    public async Task Loses_none_of_a_hundred_when_one_is_poison()
    {
        host.Poison.Names["bad"] = true;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => host.Announce($"things/{number}", 1, number == 41 ? "bad" : "good")));

        await Eventually.Holds(async () => await host.Effects() == 99 && (await Letters()).Count == 1);
        var letter = (await Letters()).Single();
        letter.Aggregate.ShouldBe("things/41");
        letter.Attempts.ShouldBe(3);
        letter.Error.ShouldBe("InvalidOperationException: bad is poison");
    }

    [Fact]
    public async Task Lets_later_facts_of_an_aggregate_wait_behind_its_dead_letter_and_replays_them_in_order()
    {
        host.Poison.Names["bad"] = true;
        await host.Announce("things/1", 1, "bad");
        await host.Announce("things/1", 2);
        await host.Announce("things/1", 3);
        await Eventually.Holds(async () => (await Letters()).Count == 3);
        (await host.DeadLetters.Replay([], CancellationToken.None)).ShouldBe((0, 1));
        (await host.Effects()).ShouldBe(0);

        host.Poison.Names.Clear();
        var named = (await Letters()).Single(letter => letter.AggregateVersion == 1).Id;

        (await host.DeadLetters.Replay([named], CancellationToken.None)).ShouldBe((3, 0));
        (await host.Scalar<string>("select string_agg(version::text, ',' order by seq) from effects")).ShouldBe("1,2,3");
        (await host.DeadLetters.Replay([], CancellationToken.None)).ShouldBe((0, 0));
        (await host.Effects()).ShouldBe(3);
    }

    [Fact]
    public async Task Does_not_repeat_a_replayed_letter_when_the_broker_delivers_it_again()
    {
        host.Poison.Names["bad"] = true;
        var envelope = EnvelopeOf("things/1", 1);
        await host.Publish(envelope, """{"name":"bad"}""");
        await Eventually.Holds(async () => (await Letters()).Count == 1);
        host.Poison.Names.Clear();
        await host.DeadLetters.Replay([envelope.Id], CancellationToken.None);

        await host.Publish(envelope, Payload);
        await host.Publish(EnvelopeOf("things/2", 1), Payload);

        await Eventually.Holds(async () => await host.Scalar<long>("select count(*) from effects where aggregate = 'things/2'") == 1);
        (await host.Effects()).ShouldBe(2);
        (await Letters()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"name":""}""")]
    public async Task Keeps_a_fact_it_cannot_read_with_its_envelope_and_those_behind_it_in_line(string payload)
    {
        var envelope = EnvelopeOf("things/1", 1);
        await host.Publish(envelope, payload);
        await host.Publish(EnvelopeOf("things/1", 2), Payload);
        await host.Publish(EnvelopeOf("things/2", 1), Payload);

        await Eventually.Holds(async () => (await Letters()).Count == 2 && await host.Effects() == 1);
        var letter = (await Letters()).Single(letter => letter.Id == envelope.Id);
        letter.Envelope.ShouldBe(envelope);
        System.Text.Encoding.UTF8.GetString(letter.Payload).ShouldBe(payload);
        (await host.DeadLetters.Replay([], CancellationToken.None)).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Replays_a_fact_once_a_later_version_of_the_service_can_read_it()
    {
        await host.Publish(EnvelopeOf("things/1", 1), "{}");
        await host.Publish(EnvelopeOf("things/1", 2), Payload);
        await Eventually.Holds(async () => (await Letters()).Count == 2);
        var upgraded = new DeadLetters(host.Services.GetRequiredService<NpgsqlDataSource>(), [new LenientHandler()], host.Services.GetRequiredService<InboxTransaction>());

        (await upgraded.Replay([], CancellationToken.None)).ShouldBe((2, 0));

        (await host.Scalar<string>("select string_agg(version::text, ',' order by seq) from effects")).ShouldBe("1,2");
        (await Letters()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "FormatException: The header spp-aggregate is missing.")]
    [InlineData("things/\0", "FormatException: The header spp-aggregate holds a zero byte.")]
    public async Task Keeps_a_message_without_a_readable_envelope_and_says_that_it_cannot_be_replayed(string aggregate, string error)
    {
        await host.Publish(EnvelopeOf(aggregate, 1) with { Actor = "some\0body" }, Payload);
        await host.Publish(EnvelopeOf("things/2", 1), Payload);
        await Eventually.Holds(async () => (await Letters()).Count == 1 && await host.Effects() == 1);
        var before = (await Letters()).Single();

        (await host.DeadLetters.Replay([], CancellationToken.None)).ShouldBe((0, 1));

        before.Error.ShouldBe(error);
        (await Letters()).Single().Error.ShouldBe(before.Error);
    }

    [Fact]
    public async Task Gives_up_on_a_consumer_that_runs_out_of_time_and_goes_on()
    {
        host.Poison.Harms["late"] = _ => throw new TimeoutException("Somebody else did not answer.");
        await host.Announce("things/1", 1, "late");
        await host.Announce("things/2", 1);

        await Eventually.Holds(async () => (await Letters()).Count == 1 && await host.Effects() == 1);
        (await Letters()).Single().ShouldSatisfyAllConditions(
            letter => letter.Attempts.ShouldBe(3), letter => letter.Error.ShouldBe("TimeoutException: Somebody else did not answer."));
    }

    [Fact]
    public async Task Gives_up_on_a_consumer_whose_statement_takes_too_long_and_goes_on()
    {
        host.Poison.Harms["slow"] = work => work.Connection.ExecuteAsync("select pg_sleep(60)", transaction: work.Transaction, commandTimeout: 1);
        await host.Announce("things/1", 1, "slow");
        await host.Announce("things/2", 1);

        await Eventually.Holds(async () => (await Letters()).Count == 1 && await host.Effects() == 1, TimeSpan.FromSeconds(30));
        (await Letters()).Single().ShouldSatisfyAllConditions(
            letter => letter.Attempts.ShouldBe(3), letter => letter.Error.ShouldStartWith("NpgsqlException"));
    }

    [Fact]
    public async Task Refuses_to_replay_a_letter_that_is_not_there()
    {
        var refusal = await Should.ThrowAsync<RuleBroken>(() => host.DeadLetters.Replay([Guid.CreateVersion7()], CancellationToken.None));

        refusal.First.Reason.ShouldBe("DEAD_LETTER_NOT_FOUND");
    }

    private Task<IReadOnlyList<DeadLetter>> Letters() => host.DeadLetters.Page(DeadLetterPlace.Start, 500, CancellationToken.None);

    private static Envelope EnvelopeOf(string aggregate, long version) => new(
        Guid.CreateVersion7(), "things.ThingRenamed", 2, aggregate, version, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "someone", null);

    /// <summary>What a later version of the service takes: the name may be absent.</summary>
    private sealed record LenientThing(string Name = "unnamed") : IFact;

    private sealed class LenientHandler() : FactHandler(Topology.Queue(MessagingHost.Service, typeof(ThingRenamed)), typeof(LenientThing))
    {
        public override Task Handle(IServiceProvider services, IFact fact, Envelope envelope, Work work) =>
            services.GetRequiredService<ThingRenamedConsumer>().Consume(new ThingRenamed(((LenientThing)fact).Name), envelope, work);
    }
}
