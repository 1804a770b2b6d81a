using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;

namespace SocialPolicy.Reporting.Service.Consolidations;

internal sealed partial class ConsolidationService
{
    private const string SelectPage = """
        select id, round_id, plan_id, agency_id, period, version, includes_submitted, children, missing, actor, created_at
        from consolidations
        where (@plan::uuid is null or plan_id = @plan)
            and (@round::uuid is null or round_id = @round)
            and (@seen::uuid[] is null or agency_id = any(@seen))
            and (@beforeId::uuid is null or (created_at, id) < (@beforeTime::timestamptz, @beforeId::uuid))
        order by created_at desc, id desc
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListConsolidationsResponse> ListConsolidations(V1.ListConsolidationsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 50, largest: 500);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        return requests.Read(call, async connection =>
        {
            var filter = new
            {
                plan = Names.Plan.Any(request.Plan, "plan"),
                round = Names.Round.Any(request.Round, "round"),
                seen = await connection.AgenciesSeenBy(call.Caller(), clock.Today(), call.CancellationToken),
                beforeId = after?.Id,
                beforeTime = after?.CreatedAt,
                limit = size + 1,
            };
            var rows = await connection.QueryAsync<ConsolidationRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.CreatedAt, row.Id));
            var names = await connection.NamesIn(page.Items, call.CancellationToken);
            return new V1.ListConsolidationsResponse
            {
                Consolidations = { page.Items.Select(row => row.ToContract(names)) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);
}
