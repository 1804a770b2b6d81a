using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Matters;

internal sealed partial class MatterService
{
    private const string SelectMatters = $"""
        select {MatterStorage.Columns} from matters m
        where (@plan::uuid is null or m.plan_id = @plan)
            and (@kind::text is null or m.kind = @kind)
            and (@state::text is null or m.state = @state)
            and (@agency::uuid is null or m.assigned_to = @agency)
            and (not @overdue or (m.state = 'assigned' and m.due < @on))
            and (not @unclosed or m.state <> 'closed')
            and (@beforeId::uuid is null or (m.created_at, m.id) < (@beforeTime::timestamptz, @beforeId::uuid))
        order by m.created_at desc, m.id desc
        limit @limit
        """;

    [AllowedToAnyCaller]
    public override Task<V1.ListMattersResponse> ListMatters(V1.ListMattersRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 50, largest: 500);
        var after = PageToken.Decode<AfterMatter>(request, request.PageToken);
        var plan = request.Plan.Length == 0 ? (Guid?)null : PlanService.PlanName.Parse(request.Plan, "plan");
        var (kind, state) = (Words.OfAny(request.Kind.ToDomain("kind")), Words.OfAny(request.State.ToDomain("state")));
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, async connection =>
        {
            var agency = request.AssignedTo.Length == 0 ? (Guid?)null : (await connection.RequireAgency(request.AssignedTo, "assigned_to", call.CancellationToken)).Id;
            var rows = await connection.QueryAsync<MatterRow>(new(
                SelectMatters,
                new
                {
                    plan, kind, state, agency, on, overdue = request.OnlyOverdue, unclosed = request.OnlyUnclosed, beforeId = after?.Id, beforeTime = after?.CreatedAt, limit = size + 1,
                },
                cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new AfterMatter(row.CreatedAt, row.Id));
            var agencies = await connection.Agencies(page.Items.SelectMany(row => new[] { row.RaisedBy, row.AssignedTo }).OfType<Guid>(), call.CancellationToken);
            return new V1.ListMattersResponse { Matters = { page.Items.Select(row => row.ToContract([], agencies, on)) }, NextPageToken = page.NextPageToken };
        });
    }

    private sealed record AfterMatter(DateTimeOffset CreatedAt, Guid Id);
}
