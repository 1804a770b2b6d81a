using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Storage;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>A dead letter on its way into and out of its table.</summary>
internal static class DeadLetterRow
{
    private const int LongestError = 1000;

    private const string InsertSql = """
        insert into ground.dead_letters
            (id, consumer, type, schema_version, aggregate, aggregate_version, occurred_at, recorded_at, actor, trace_parent, payload, error, attempts)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict do nothing
        """;

    public static NpgsqlBatchCommand Insert(string consumer, Delivery delivery, string error, int attempts)
    {
        var envelope = delivery.Envelope;
        return new NpgsqlBatchCommand(InsertSql).With(
            envelope.Id, consumer, envelope.Type, envelope.SchemaVersion, envelope.Aggregate, envelope.AggregateVersion,
            envelope.OccurredAt.ToUniversalTime(), envelope.RecordedAt.ToUniversalTime(), envelope.Actor, envelope.TraceParent, delivery.Body, Shortened(error), attempts);
    }

    public static NpgsqlBatchCommand Delete(string consumer, Guid id) =>
        new NpgsqlBatchCommand("delete from ground.dead_letters where id = $1 and consumer = $2").With(id, consumer);

    // PostgreSQL's text holds no zero byte.
    public static string Shortened(string error) => error.Replace("\0", "", StringComparison.Ordinal).Shortened(LongestError);
}
