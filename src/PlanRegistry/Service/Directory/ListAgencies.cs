using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Directory;

internal sealed partial class DirectoryService
{
    private const string SelectAgencies = $"""
        select {AgencyStored.Shown} from agencies
        where (@since::timestamptz is null or updated_at >= @since) and (@unit::uuid is null or unit_id = @unit) and (@after::uuid is null or id > @after)
        order by id limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListAgenciesResponse> ListAgencies(V1.ListAgenciesRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 500, largest: 1000);
        var after = PageToken.Decode<After>(request, request.PageToken)?.Id;
        var since = request.UpdatedSince?.ToTime("updated_since");
        return requests.Read(call, async connection =>
        {
            var unit = request.Unit.Length == 0 ? (Guid?)null : (await connection.RequireUnit(request.Unit, "unit", call.CancellationToken)).Id;
            var version = await connection.DirectoryVersion(call.CancellationToken);
            var rows = await connection.QueryAsync<AgencyStored>(new(SelectAgencies, new { since, unit, after, limit = size + 1 }, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new After(row.Id));
            return new V1.ListAgenciesResponse
            {
                Agencies = { page.Items.Select(row => row.ToContract()) },
                NextPageToken = page.NextPageToken,
                DirectoryVersion = version,
            };
        });
    }
}
