using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.Contracts.Events;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>An announcement on its way into the outbox.</summary>
internal sealed record OutboxRow(
    Guid Id, short Slot, string Exchange, string Type, int SchemaVersion, string Aggregate, long AggregateVersion,
    DateTimeOffset OccurredAt, string Actor, string? TraceParent, string Payload)
{
    private const string InsertSql = """
        insert into ground.outbox (id, slot, exchange, type, schema_version, aggregate, aggregate_version, occurred_at, actor, trace_parent, payload)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    public static OutboxRow Of(IFact fact, Facts facts, string aggregate, long aggregateVersion, DateTimeOffset at, string actor)
    {
        ArgumentException.ThrowIfNullOrEmpty(aggregate);
        ArgumentOutOfRangeException.ThrowIfNegative(aggregateVersion);
        var type = fact.GetType();
        facts.RequireAnnounced(type);

        using var span = MessagingActivities.Source.StartActivity($"announce {type.Name}", ActivityKind.Producer);
        span?.SetTag("messaging.message.aggregate", aggregate);
        return new(
            Guid.CreateVersion7(), Topology.Slot(aggregate), Topology.Exchange(type), Topology.WireType(facts.Service, type), Topology.SchemaVersion(type),
            aggregate, aggregateVersion, at, actor, (span ?? Activity.Current)?.Id, JsonSerializer.Serialize(fact, type, FactJson.Options));
    }

    public NpgsqlBatchCommand Insert() => new NpgsqlBatchCommand(InsertSql).With(
        Id, Slot, Exchange, Type, SchemaVersion, Aggregate, AggregateVersion, OccurredAt.ToUniversalTime(), Actor, TraceParent, Payload);
}
