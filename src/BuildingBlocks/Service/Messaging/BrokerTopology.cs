namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>
/// Makes the exchanges, queues and bindings of a service before it runs: so nothing is announced before its listeners'
/// queues stand, in whatever order services start, and no service needs a right on what is another's.
/// </summary>
internal sealed class BrokerTopology(BrokerManagement broker, string virtualHost)
{
    /// <summary>
    /// The broker (3.10) notes a new quorum queue on disk half a second late. Killed before, it would come back without
    /// what the queue held, and with a queue that waits for a leader for ever.
    /// </summary>
    public static readonly TimeSpan UntilNewQueuesAreKept = TimeSpan.FromSeconds(2);

    private readonly string host = Uri.EscapeDataString(virtualHost);

    /// <summary>Safe to repeat. True when there is a new queue: then nothing may speak for <see cref="UntilNewQueuesAreKept"/>.</summary>
    public async Task<bool> Declare(Facts facts, CancellationToken ct)
    {
        foreach (var fact in facts.Announced.Union(facts.Consumed))
            await Exchange(Topology.Exchange(fact), ct);

        var anyNew = false;
        foreach (var fact in facts.Consumed)
        {
            var queue = Topology.Queue(facts.Service, fact);
            anyNew |= await Queue(queue, Topology.QueueArguments(facts.Service), ct);
            await Bind(Topology.Exchange(fact), $"e/{Uri.EscapeDataString(queue)}", ct);
        }

        if (facts.Consumed.Count > 0)
            anyNew |= await Queue(Topology.DeadLetterQueue(facts.Service), Topology.DeadLetterQueueArguments, ct);
        return anyNew;
    }

    // The transport fills a queue through an exchange of the same name.
    private async Task<bool> Queue(string name, IReadOnlyDictionary<string, object> arguments, CancellationToken ct)
    {
        await Exchange(name, ct);
        var isNew = await broker.Put($"api/queues/{host}/{Uri.EscapeDataString(name)}", new { durable = true, arguments }, ct);
        await Bind(name, $"q/{Uri.EscapeDataString(name)}", ct);
        return isNew;
    }

    private Task Exchange(string name, CancellationToken ct) =>
        broker.Put($"api/exchanges/{host}/{Uri.EscapeDataString(name)}", new { type = "fanout", durable = true }, ct);

    private Task Bind(string exchange, string destination, CancellationToken ct) =>
        broker.Post($"api/bindings/{host}/e/{Uri.EscapeDataString(exchange)}/{destination}", new { routing_key = "" }, ct);
}
