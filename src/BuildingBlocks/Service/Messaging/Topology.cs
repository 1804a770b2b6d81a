using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>Names on the broker and on the wire; all derived from a fact's namespace and name, so that moving code moves nothing else.</summary>
public static partial class Topology
{
    /// <summary>Announcements of an aggregate always fall into the same one of these.</summary>
    public const int Slots = 16;

    // Deliveries without an answer, by crashes of the process, after which the broker puts a message aside.
    private const int MostDeliveries = 20;

    /// <summary>Of the queue in which the broker puts what it delivered too often.</summary>
    internal static IReadOnlyDictionary<string, object> DeadLetterQueueArguments { get; } = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
    };

    /// <summary>The exchange of a fact, a durable fanout: <c>SocialPolicy.Contracts.Events.PlanRegistry.V1:PlanPublished</c>.</summary>
    public static string Exchange(Type fact) => $"{fact.Namespace}:{fact.Name}";

    /// <summary>The queue in which a service takes a fact: <c>indicators.PlanPublished</c>.</summary>
    public static string Queue(string service, Type fact) => $"{service}.{fact.Name}";

    /// <summary>Where the broker puts what it delivered too often, one queue a service: <c>indicators.dead-letters</c>.</summary>
    public static string DeadLetterQueue(string service) => $"{service}.dead-letters";

    /// <summary>
    /// Of the queue in which a service takes a fact. One active consumer among the replicas keeps an aggregate's facts in
    /// order; batches make up for it.
    /// </summary>
    internal static IReadOnlyDictionary<string, object> QueueArguments(string service) => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
        ["x-single-active-consumer"] = true,
        ["x-delivery-limit"] = MostDeliveries,
        ["x-dead-letter-exchange"] = DeadLetterQueue(service),
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    /// <summary>The type in the envelope: <c>planregistry.PlanPublished</c>.</summary>
    public static string WireType(string service, Type fact) => $"{service}.{fact.Name}";

    /// <summary>From the last part of the namespace, <c>V2</c>; 1 without one.</summary>
    public static int SchemaVersion(Type fact) =>
        Version().Match(fact.Namespace ?? "") is { Success: true } match ? int.Parse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture) : 1;

    /// <summary>FNV-1a of the aggregate's name: the same in every process and version.</summary>
    internal static short Slot(string aggregate)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(aggregate))
            hash = (hash ^ octet) * 16777619u;
        return (short)((hash ^ (hash >> 16)) % Slots);
    }

    [GeneratedRegex(@"\.V(?<version>\d+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Version();
}
