using Dapper;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Amendments;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>How plans come into the graph, and are brought up to date there.</summary>
internal static class GraphEntry
{
    private const string SelectBases = """
        select number, type, title, issued_on, relationship, lower(span) as span_start, upper(span) as span_end
        from plan_legal_bases where plan_id = @plan order by position
        """;

    private const string SelectIssuer = "select agency_id from plan_parties where plan_id = @plan and role = 'issuer'";

    private const string SelectCiting = """
        select p.* from plans p where p.id <> @plan and p.id in (
            select f.plan_id from document_relations r join documents f on f.id = r.from_id
            where r.to_id = @document and r.ended_at is null and r.span is not null)
        """;

    /// <summary>Gives a plan that everybody sees its document, and that a relation for each document it cites; what it cites no more is ended.</summary>
    public static async Task EnterGraph(this Work work, Plan plan)
    {
        await work.HoldGraph();
        if (await work.Enter(plan.Id, plan.Header) is not { } corrected)
            return;

        // It is known by other words now: who cited it by the old ones may mean another document.
        foreach (var citing in (await work.Connection.QueryAsync<PlanRow>(work.Sql(SelectCiting, new { plan = plan.Id, document = corrected }))).AsList())
            await work.Enter(citing.Id, citing.ToHeader());
    }

    /// <summary>Says of an amending document that it amends a plan, from a day on.</summary>
    public static async Task EnterAmendment(this Work work, Plan plan, AmendingDocument by, DateOnly effectiveOn)
    {
        await work.HoldGraph();
        var amended = await work.DocumentOf(plan);
        var amending = by.PlanId is { } other ? await work.DocumentOf((await work.RequirePlan(other))) : await work.Named(plan.Header, by);
        var recorded = await work.Connection.RelationsOf(amending, work.Cancellation);
        if (amending != amended && !recorded.Any(row => row.RelationKind is RelationKind.Amends && row.ToId == amended))
            await work.Say(amending, [new SaidRelation(amended, RelationKind.Amends, effectiveOn)]);
    }

    private static async Task<Guid> DocumentOf(this Work work, Plan plan)
    {
        const string find = "select id from documents where plan_id = @Id";
        if (await work.Connection.QuerySingleOrDefaultAsync<Guid?>(work.Sql(find, new { plan.Id })) is { } known)
            return known;
        await work.EnterGraph(plan);
        return await work.Connection.QuerySingleAsync<Guid>(work.Sql(find, new { plan.Id }));
    }

    private static async Task<Guid> Named(this Work work, PlanHeader plan, AmendingDocument by)
    {
        var said = DocumentDescription.Of(by, plan);
        var shelf = await work.ShelfFor([said]);
        var document = shelf.Cited(said);
        await work.Keep(shelf.Changed);
        return document.Id;
    }

    /// <summary>The document, when what tells it apart has changed.</summary>
    private static async Task<Guid?> Enter(this Work work, Guid plan, PlanHeader header)
    {
        var bases = (await work.Connection.QueryAsync<BasisRow>(work.Sql(SelectBases, new { plan }))).Select(row => row.ToBasis()).ToList();
        var agency = await work.Connection.QuerySingleOrDefaultAsync<Guid?>(work.Sql(SelectIssuer, new { plan }));
        var own = DocumentDescription.Of(header);
        var cited = bases.Select(basis => (Said: DocumentDescription.Of(basis, header), Basis: basis)).ToList();

        var shelf = await work.ShelfFor([own, .. cited.Select(one => one.Said)], plan);
        var before = shelf.FindPlan(plan);
        var document = shelf.OfPlan(plan, own, header.PeriodTo, agency);
        var said = cited
            .Select(one => new SaidRelation(shelf.Cited(one.Said).Id, KindOf(one.Basis.Relationship), null, one.Basis.Span))
            .Where(relation => relation.To != document.Id)
            .DistinctBy(relation => (relation.Kind, relation.To)).ToList();

        await work.Keep(shelf.Changed);
        await work.Bring(document.Id, said);
        return before is not null && before.Key != document.Key ? document.Id : null;
    }

    private static async Task Bring(this Work work, Guid document, IReadOnlyList<SaidRelation> said)
    {
        var known = await work.Connection.RelationsOf(document, work.Cancellation);
        var wanted = said.Select(relation => (relation.Kind, relation.To)).ToHashSet();
        var recorded = known.Select(row => (row.RelationKind, row.ToId)).ToHashSet();
        await work.End([.. known.Where(row => row.IsRead && !wanted.Contains((row.RelationKind, row.ToId))).Select(row => row.Id)]);
        await work.Say(document, [.. said.Where(relation => !recorded.Contains((relation.Kind, relation.To)))]);
    }

    private static RelationKind KindOf(LegalRelationship relationship) => relationship switch
    {
        LegalRelationship.Implements => RelationKind.Implements,
        LegalRelationship.PursuantTo => RelationKind.PursuantTo,
        LegalRelationship.OnProposalOf => RelationKind.OnProposalOf,
        LegalRelationship.Amends => RelationKind.Amends,
        LegalRelationship.Replaces => RelationKind.Replaces,
        _ => RelationKind.Cites,
    };

    private sealed class BasisRow
    {
        public string? Number { get; init; }
        public string? Type { get; init; }
        public string? Title { get; init; }
        public DateOnly? IssuedOn { get; init; }
        public string Relationship { get; init; } = "";
        public int SpanStart { get; init; }
        public int SpanEnd { get; init; }

        public PlanLegalBasis ToBasis() => new(Number, Type, Title, IssuedOn, Words.Read<LegalRelationship>(Relationship), new(SpanStart, SpanEnd));
    }
}
