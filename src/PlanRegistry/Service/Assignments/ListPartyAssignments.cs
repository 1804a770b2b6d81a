using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

internal sealed partial class AssignmentService
{
    private const string SelectPage = """
        select * from party_assignments
        where (@plan::uuid is null or plan_id = @plan) and plan_id <> all(@hidden) and (@before::bigint is null or sequence < @before)
        order by sequence desc limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListPartyAssignmentsResponse> ListPartyAssignments(V1.ListPartyAssignmentsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 500);
        var before = PageToken.Decode<Said>(request, request.PageToken)?.Sequence;
        var ct = call.CancellationToken;
        return requests.Read(call, async connection =>
        {
            var hidden = await connection.HiddenFrom(call.Caller(), clock.Today(), ct);
            var plan = await connection.RequireAnyPlan(request.Plan, "plan", hidden, ct);
            var rows = await connection.QueryAsync<AssignmentRow>(new(SelectPage, new { plan, hidden, before, limit = size + 1 }, cancellationToken: ct));
            var page = Page.Cut(rows.AsList(), size, request, row => new Said(row.Sequence));
            return new V1.ListPartyAssignmentsResponse { Assignments = { page.Items.Select(row => row.ToContract()) }, NextPageToken = page.NextPageToken };
        });
    }

    private sealed record Said(long Sequence);
}
