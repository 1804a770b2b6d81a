using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Directory;

internal sealed partial class DirectoryService
{
    private const string SelectUnits = $"""
        select {UnitStored.Shown} from units
        where (@since::timestamptz is null or updated_at >= @since) and (@after::uuid is null or id > @after)
        order by id limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListUnitsResponse> ListUnits(V1.ListUnitsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 500, largest: 1000);
        var after = PageToken.Decode<After>(request, request.PageToken)?.Id;
        var since = request.UpdatedSince?.ToTime("updated_since");
        return requests.Read(call, async connection =>
        {
            // Asked first: what changes meanwhile has a greater version, so a copy never believes to know it.
            var version = await connection.DirectoryVersion(call.CancellationToken);
            var rows = await connection.QueryAsync<UnitStored>(new(SelectUnits, new { since, after, limit = size + 1 }, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new After(row.Id));
            return new V1.ListUnitsResponse
            {
                Units = { page.Items.Select(row => row.ToContract()) },
                NextPageToken = page.NextPageToken,
                DirectoryVersion = version,
            };
        });
    }

    private sealed record After(Guid Id);
}
