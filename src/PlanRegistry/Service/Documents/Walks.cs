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
    private const int MostRelations = 20_000;

    // Deeper and wider than any graph: whether a circle closes is asked of all of it.
    private const int Everything = 1_000_000;

    private const string Walk = "select depth, near, far, kind, is_first from walk_documents(@start, @upward, @kinds, @on, @depth, @most, @target)";

    private const string Stand = $"""
        select {DocumentRow.Columns}, s.in_force, s.expired, s.repealed_by, s.replaced_by
        from document_standings(@ids, @on) s join documents d on d.id = s.id
        """;

    /// <summary>What is met on the way up or down from a document.</summary>
    public static async Task<Walked> WalkFrom(this NpgsqlConnection connection, Guid start, bool upward, Way way, CancellationToken ct, Guid? target = null)
    {
        var kinds = way.Kinds.Select(Words.Of).ToArray();
        var steps = (await connection.QueryAsync<Step>(new(
            Walk, new { start, upward, kinds, on = way.On, depth = way.Depth, most = MostRelations, target }, cancellationToken: ct))).AsList();
        return new(start, upward, steps, IsTruncated: steps.Count > MostRelations);
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
        var way = new Walked(relation.To, true, steps, false).WayTo(document);
        return way.Count == 0 ? [] : [document, relation.To, .. way.Select(step => step.Far)];
    }

    /// <summary>How far a request wants to walk. Throws DEPTH_OUT_OF_RANGE, VALUE_UNKNOWN.</summary>
    public static Way ToWay(this IEnumerable<V1.RelationKind> kinds, DateOnly on, int depth = DeepestWalk)
    {
        Check.Rule(new WalksEnd(depth, DeepestWalk));
        var wanted = kinds.Select(kind => kind.ToDomain("kinds")).OfType<RelationKind>().Distinct().ToList();
        return new(wanted.Count > 0 ? wanted : RelationKinds.Carrying, on, depth == 0 ? UsualDepth : depth);
    }
}

/// <summary>What a walk follows, on which day, how far.</summary>
internal sealed record Way(IReadOnlyList<RelationKind> Kinds, DateOnly On, int Depth);

/// <summary>A relation that was met; the first one to a document is the shortest way there.</summary>
internal sealed class Step
{
    public int Depth { get; init; }
    public Guid Near { get; init; }
    public Guid Far { get; init; }
    public string Kind { get; init; } = "";
    public bool IsFirst { get; init; }
}

/// <summary>A document and how it stands.</summary>
internal sealed record StandingRow(DocumentRow Document, StandingPart Standing);

/// <summary>How a document stands on a day.</summary>
internal sealed class StandingPart
{
    public Guid? RepealedBy { get; init; }
    public Guid? ReplacedBy { get; init; }
    public bool Expired { get; init; }
    public bool InForce { get; init; }

    public V1.Standing ToContract() => new()
    {
        RepealedBy = DocumentMapping.NameOf(RepealedBy),
        ReplacedBy = DocumentMapping.NameOf(ReplacedBy),
        Expired = Expired,
        InForce = InForce,
    };
}

/// <summary>What a walk met.</summary>
internal sealed record Walked(Guid Start, bool Upward, IReadOnlyList<Step> Steps, bool IsTruncated)
{
    private readonly Lazy<Dictionary<Guid, Step>> firsts = new(() => Steps.Where(step => step.IsFirst).ToDictionary(step => step.Far));

    /// <summary>The first step to each document, the nearest documents first.</summary>
    public IEnumerable<Step> Firsts => firsts.Value.Values.OrderBy(step => step.Depth).ThenBy(step => step.Far);

    /// <summary>The steps from the start to a document; none when it was not met.</summary>
    public IReadOnlyList<Step> WayTo(Guid document)
    {
        var way = new List<Step>();
        for (var at = document; at != Start; at = way[^1].Near)
        {
            if (!firsts.Value.TryGetValue(at, out var step))
                return [];
            way.Add(step);
        }

        way.Reverse();
        return way;
    }

    public IEnumerable<V1.Cycle> Cycles() =>
        Circles.In([.. Steps.Select(step => Upward ? (step.Near, step.Far) : (step.Far, step.Near))])
            .Select(circle => new V1.Cycle { Documents = { circle.Select(id => DocumentService.DocumentName.Of(id)) } });
}
