using Dapper;
using SocialPolicy.BuildingBlocks.Service.Messaging;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Messaging.V2;

/// <summary>A fact of the tests; nothing is called nothing.</summary>
public sealed record ThingRenamed(string Name) : IFact
{
    /// <summary>The new name.</summary>
    public string Name { get; } = Name is "" ? throw new ArgumentException("A thing has a name.", nameof(Name)) : Name;
}

/// <summary>Writes down that it was called; fails for the names a test calls poison.</summary>
internal sealed class ThingRenamedConsumer(Poison poison) : IConsumeFact<ThingRenamed>
{
    public async Task Consume(ThingRenamed fact, Envelope envelope, Work work)
    {
        await work.Connection.ExecuteAsync(
            "insert into effects (event_id, aggregate, version, trace) values (@Id, @Aggregate, @AggregateVersion, @TraceParent)",
            new { envelope.Id, envelope.Aggregate, envelope.AggregateVersion, envelope.TraceParent }, work.Transaction);
        if (poison.Names.ContainsKey(fact.Name))
            throw new InvalidOperationException($"{fact.Name} is poison");
        if (poison.Harms.TryGetValue(fact.Name, out var harm))
            await harm(work);
    }
}

/// <summary>Names that cannot be handled now.</summary>
internal sealed class Poison
{
    public System.Collections.Concurrent.ConcurrentDictionary<string, bool> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>What a name does to whoever handles it.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, Func<Work, Task>> Harms { get; } = new(StringComparer.Ordinal);
}
