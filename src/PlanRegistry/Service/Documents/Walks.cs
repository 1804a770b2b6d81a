using Dapper;
using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Documents.Rules;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>Walks through the graph: one statement each, every relation once.</summary>
internal static class Walks
{
    public const int DeepestWalk = 64;
    private const int UsualDepth = 16;
    public const int MostRelations = 20_000;

    // Deeper and wider than any graph: whether a circle closes is asked of all of it.
    private const int Everything = 1_000_000;

    private const string Walk = "select depth, near, far, kind, is_first from walk_documents(@start, @upward, @kinds, @on, @depth, @most, @target)";

    // All that was met, and with the documents of one page what is known of them: one answer of the database.
    private const string WalkAndShow = $"""
        with walked as materialized (
            select depth, near, far, kind, is_first from walk_documents(@start, @upward, @kinds, @on, @depth, @most, null)
        ), page as materialized (
            select depth, far from walked
            where is_first and (@afterDepth::int is null or (depth, far) > (@afterDepth, @afterDocument))
            order by depth, far limit @limit
        )
        select w.depth, w.near, w.far, w.kind, w.is_first, {DocumentRow.Columns}, s.in_force, s.expired, s.repealed_by, s.replaced_by
        from walked w left join page p on w.is_first and p.far = w.far left join documents d on d.id = p.far
            left join lateral document_standings(array[p.far], @on) s on p.far is not null
        """;

    private const string Stand = $"""
        select {DocumentRow.Columns}, s.in_force, s.expired, s.repealed_by, s.replaced_by
        from document_standings(@ids, @on) s join documents d on d.id = s.id
        """;

    /// <summary>A walk from <c>documents/{document}</c> or <c>plans/{plan}</c>. Throws DOCUMENT_NOT_FOUND.</summary>
    public static async Task<Walked> WalkFrom(this NpgsqlConnection connection, string name, bool upward, Way way, CancellationToken ct)
    {
        var walked = await connection.WalkFrom(await connection.StartOf(name, ct), upward, way, ct);
        await connection.MustBeThere(name, walked, ct);
        return walked;
    }

    /// <summary>The same, with a page of what is known of the documents that were met, and one more.</summary>
    public static async Task<(Walked Walked, IReadOnlyList<V1.RelatedDocument> Shown)> WalkShowing(
        this NpgsqlConnection connection, string name, bool upward, Way way, Place? after, int size, CancellationToken ct)
    {
        var shown = new List<V1.RelatedDocument>();
        var start = await connection.StartOf(name, ct);
        var parameters = new
        {
            start, upward, kinds = way.Kinds.Select(Words.Of).ToArray(), on = way.On, depth = way.Depth, most = MostRelations,
            afterDepth = after?.Depth, afterDocument = after?.Document, limit = size + 1,
        };
        var steps = await connection.QueryAsync<Step, DocumentRow?, StandingPart?, Step>(new(WalkAndShow, parameters, cancellationToken: ct), Take, splitOn: "id,in_force");
        var walked = new Walked(start, upward, steps.AsList());
        await connection.MustBeThere(name, walked, ct);
        return (walked, [.. shown.OrderBy(found => found.Depth).ThenBy(found => found.Document.Name, StringComparer.Ordinal)]);

        Step Take(Step step, DocumentRow? document, StandingPart? standing)
        {
            if (document is not null)
                shown.Add(step.ToContract(new(document, standing!)));
            return step;
        }
    }

    /// <summary>What is met on the way up or down from a document.</summary>
    public static async Task<Walked> WalkFrom(this NpgsqlConnection connection, Guid start, bool upward, Way way, CancellationToken ct, Guid? target = null)
    {
        var kinds = way.Kinds.Select(Words.Of).ToArray();
        var steps = (await connection.QueryAsync<Step>(new(
            Walk, new { start, upward, kinds, on = way.On, depth = way.Depth, most = MostRelations, target }, cancellationToken: ct))).AsList();
        return new(start, upward, steps);
    }

    /// <summary>The documents with how they stand on the day, by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StandingRow>> Standings(this NpgsqlConnection connection, IEnumerable<Guid> ids, DateOnly on, CancellationToken ct) =>
        (await connection.QueryAsync<DocumentRow, StandingPart, StandingRow>(
            new(Stand, new { ids = ids.Distinct().ToArray(), on }, cancellationToken: ct), (document, standing) => new(document, standing), splitOn: "in_force"))
        .ToDictionary(row => row.Document.Id);

    /// <summary>The circle that a relation would close, from the document round to itself; empty when it closes none.</summary>
    public static async Task<IReadOnlyList<Guid>> CircleThrough(this Work work, Guid document, SaidRelation relation)
    {
        if (!RelationKinds.Ordering.Contains(relation.Kind))
            return [];
        if (relation.To == document)
            return [document, document];
        var kinds = RelationKinds.Ordering.Select(Words.Of).ToArray();
        var steps = (await work.Connection.QueryAsync<Step>(work.Sql(
            Walk, new { start = relation.To, upward = true, kinds, on = DateOnly.MaxValue, depth = Everything, most = Everything, target = document }))).AsList();
        var way = new Walked(relation.To, true, steps).WayTo(document);
        return way.Count == 0 ? [] : [document, relation.To, .. way.Select(step => step.Far)];
    }

    private static async Task<Guid> StartOf(this NpgsqlConnection connection, string name, CancellationToken ct) =>
        name.StartsWith("plans/", StringComparison.Ordinal) ? (await connection.RequireDocument(name, "name", ct)).Id : DocumentService.DocumentName.Parse(name);

    // Whoever meets nobody may not be there at all; who meets somebody is, and need not be asked for.
    private static Task MustBeThere(this NpgsqlConnection connection, string name, Walked walked, CancellationToken ct) =>
        walked.Steps.Count == 0 ? connection.RequireDocument(name, "name", ct) : Task.CompletedTask;

    /// <summary>How far a request wants to walk. Throws DEPTH_OUT_OF_RANGE, VALUE_UNKNOWN.</summary>
    public static Way ToWay(this IEnumerable<V1.RelationKind> kinds, DateOnly on, int depth = DeepestWalk)
    {
        Check.Rule(new WalksEnd(depth, DeepestWalk));
        var wanted = kinds.Select(kind => kind.ToDomain("kinds")).OfType<RelationKind>().Distinct().ToList();
        return new(wanted.Count > 0 ? wanted : RelationKinds.Carrying, on, depth == 0 ? UsualDepth : depth);
    }
}
