using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Documents;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    private const string SelectInvalid = """
        with ended as (
            select r.to_id as id from relations_in_force(@on) r where r.kind = any(@ending)
            union
            select id from documents where valid_to < @on
        ), resting as (
            select r.id, r.from_id, r.to_id, r.kind
            from ended e join relations_in_force(@on) r on r.to_id = e.id and r.kind = any(@carrying)
                join documents d on d.id = r.from_id
            where (@document::uuid is null or r.from_id = @document) and (d.plan_id is not null or not @onlyPlans)
        )
        select r.from_id as "from", r.to_id as "to", r.kind
        from resting r join document_standings(array(select distinct from_id from resting), @on) s on s.id = r.from_id and s.in_force
        where @from::uuid is null or (r.from_id, r.to_id, r.kind) > (@from::uuid, @to::uuid, @kind::text)
        order by r.from_id, r.to_id, r.kind
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListInvalidBasesResponse> ListInvalidBases(V1.ListInvalidBasesRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 500);
        var after = PageToken.Decode<Resting>(request, request.PageToken);
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, async connection =>
        {
            var document = request.Name.Length == 0 ? null : await connection.RequireDocument(request.Name, "name", call.CancellationToken);
            var rows = (await connection.QueryAsync<Resting>(new(
                SelectInvalid,
                new
                {
                    on,
                    ending = RelationKinds.Ending.Select(Words.Of).ToArray(),
                    carrying = RelationKinds.Carrying.Select(Words.Of).ToArray(),
                    document = document?.Id,
                    onlyPlans = request.OnlyPlans,
                    from = after?.From,
                    to = after?.To,
                    kind = after?.Kind,
                    limit = size + 1,
                },
                cancellationToken: call.CancellationToken))).AsList();
            var page = Page.Cut(rows, size, request, row => row);
            var found = await connection.Standings(page.Items.SelectMany(row => new[] { row.From, row.To }), on, call.CancellationToken);
            return new V1.ListInvalidBasesResponse { Bases = { page.Items.Select(row => Invalid(row, found)) }, NextPageToken = page.NextPageToken };
        });
    }

    private static V1.ListInvalidBasesResponse.Types.InvalidBasis Invalid(Resting row, IReadOnlyDictionary<Guid, StandingRow> found) => new()
    {
        Document = found[row.From].Document.ToContract(),
        Kind = Words.Read<RelationKind>(row.Kind).ToContract(),
        Basis = found[row.To].Document.ToContract(),
        Standing = found[row.To].Standing.ToContract(),
    };

    private sealed record Resting(Guid From, Guid To, string Kind);
}
