using System.Text.Json;
using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>What documents say of others, as commands load and keep it.</summary>
internal static class RelationStorage
{
    private const string Columns = "id, from_id, to_id, kind, effective_on, lower(span) as span_start, upper(span) as span_end, recorded_at, recorded_by, ended_at";
    private const string SaidBy = $"select {Columns} from document_relations where from_id = @document and ended_at is null order by lower(span), id";
    private const string One = $"select {Columns} from document_relations where id = @relation and from_id = @document";
    private const string CitedBy = "select count(distinct from_id)::int from document_relations where to_id = @document and ended_at is null";

    private const string Insert = """
        insert into document_relations (id, from_id, to_id, kind, effective_on, span, recorded_at, recorded_by)
        select id, @from, "to", kind, effective_on, span, @At, @by
        from jsonb_to_recordset(@rows::jsonb) as t (id uuid, "to" uuid, kind text, effective_on date, span int4range)
        """;

    private const string EndAll = "update document_relations set ended_at = @At, ended_by = @by where id = any(@ids)";

    // What was said of a stub is said of what it means; a document that says so already, or would say so of itself, says it no second time.
    private const string Move = """
        with moved as (
            update document_relations set ended_at = @At, ended_by = @by where to_id = @stub and ended_at is null
            returning from_id, kind, effective_on, span, recorded_by
        )
        insert into document_relations (id, from_id, to_id, kind, effective_on, span, recorded_at, recorded_by)
        select gen_random_uuid(), m.from_id, @into, m.kind, m.effective_on, m.span, @At, m.recorded_by
        from moved m
        where m.from_id <> @into
            and not exists (select from document_relations r where r.from_id = m.from_id and r.kind = m.kind and r.to_id = @into and r.ended_at is null)
        """;

    public static async Task<IReadOnlyList<RelationRow>> RelationsOf(this NpgsqlConnection connection, Guid document, CancellationToken ct) =>
        (await connection.QueryAsync<RelationRow>(new(SaidBy, new { document }, cancellationToken: ct))).AsList();

    public static Task<int> CountOfCiting(this NpgsqlConnection connection, Guid document, CancellationToken ct) =>
        connection.ExecuteScalarAsync<int>(new(CitedBy, new { document }, cancellationToken: ct));

    public static Task<RelationRow?> FindRelation(this Work work, Guid document, Guid relation) =>
        work.Connection.QuerySingleOrDefaultAsync<RelationRow?>(work.Sql(One, new { document, relation }));

    /// <summary>Adds what a document says and nobody has recorded yet.</summary>
    public static async Task Say(this Work work, Guid from, IReadOnlyCollection<SaidRelation> relations)
    {
        if (relations.Count == 0)
            return;
        var rows = JsonSerializer.Serialize(relations.Select(said => new { Id = Guid.CreateVersion7(work.At), said.To, Kind = Words.Of(said.Kind), said.EffectiveOn, said.Span }), RowJson.Options);
        await work.Connection.ExecuteAsync(work.Sql(Insert, new { from, rows, work.At, by = work.Caller.Subject }));
    }

    public static Task End(this Work work, IReadOnlyCollection<Guid> relations) => relations.Count == 0
        ? Task.CompletedTask
        : work.Connection.ExecuteAsync(work.Sql(EndAll, new { ids = relations.ToArray(), work.At, by = work.Caller.Subject }));

    public static Task MoveRelations(this Work work, Guid stub, Guid into) =>
        work.Connection.ExecuteAsync(work.Sql(Move, new { stub, into, work.At, by = work.Caller.Subject }));
}

/// <summary>A row of document_relations.</summary>
internal sealed class RelationRow
{
    public Guid Id { get; init; }
    public Guid FromId { get; init; }
    public Guid ToId { get; init; }
    public string Kind { get; init; } = "";
    public DateOnly? EffectiveOn { get; init; }
    public int? SpanStart { get; init; }
    public int? SpanEnd { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public string RecordedBy { get; init; } = "";
    public DateTimeOffset? EndedAt { get; init; }

    public RelationKind RelationKind => Words.Read<RelationKind>(Kind);

    /// <summary>Whether the text of a plan says it.</summary>
    public bool IsRead => SpanStart is not null;
}
