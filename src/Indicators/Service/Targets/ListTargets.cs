using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.Indicators.Service.Catalogue;
using SocialPolicy.Indicators.Service.Ratings;

namespace SocialPolicy.Indicators.Service.Targets;

internal sealed partial class TargetService
{
    private const string SelectPage = """
        select * from targets_in_force
        where ended_at is null
            and (@plan::uuid is null or plan_id = @plan)
            and (@indicator::uuid is null or indicator_id = @indicator)
            and (@afterPlan::uuid is null or (plan_id, position) > (@afterPlan::uuid, @afterPosition::int))
        order by plan_id, position
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListTargetsResponse> ListTargets(V1.ListTargetsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        Guid? plan = request.Plan.Length == 0 ? null : PlanName.Parse(request.Plan, "plan");

        return requests.Read(call, async connection =>
        {
            var indicator = request.Indicator.Length == 0 ? null : await connection.RequireIndicator(request.Indicator, "indicator", call.CancellationToken);
            var filter = new { plan, indicator = indicator?.Id, afterPlan = after?.Plan, afterPosition = after?.InText, limit = size + 1 };
            var rows = await connection.QueryAsync<TargetRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.PlanId, row.Position));
            var ratings = await connection.RatingsOf(page.Items.Select(row => row.Id), call.CancellationToken);
            return new V1.ListTargetsResponse
            {
                Targets = { page.Items.Select(row => row.ToContract(ratings.Standing(row, settings))) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private sealed record Position(Guid Plan, int InText);
}
