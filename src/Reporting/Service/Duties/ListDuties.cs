using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;

namespace SocialPolicy.Reporting.Service.Duties;

internal sealed partial class DutyService
{
    private const string SelectPage = $"""
        {DutyRow.Select}
        where d.ended_at is null
            and (@plan::uuid is null or d.plan_id = @plan)
            and (@afterPlan::uuid is null or (d.plan_id, d.position) > (@afterPlan::uuid, @afterPosition::int))
        order by d.plan_id, d.position
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListDutiesResponse> ListDuties(V1.ListDutiesRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        var filter = new
        {
            plan = Names.Plan.Any(request.Plan, "plan"),
            afterPlan = after?.Plan,
            afterPosition = after?.InText,
            limit = size + 1,
        };

        return requests.Read(call, async connection =>
        {
            var rows = await connection.QueryAsync<DutyRow>(new(SelectPage, filter, cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.PlanId, row.Position));
            return new V1.ListDutiesResponse
            {
                Duties = { page.Items.Select(row => row.ToContract(clock.Today())) },
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private sealed record Position(Guid Plan, int InText);
}
