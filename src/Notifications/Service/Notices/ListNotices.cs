using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.DirectoryCopy.Agencies;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    private const string SelectPage = $"""
        select {NoticeRow.Columns} from notices n
        where (@plan::uuid is null or n.plan_id = @plan) and (@obligation::uuid is null or n.obligation_id = @obligation)
            and (@agency::uuid is null or n.agency_id = @agency) and (@state::text is null or n.state = @state)
            and (@seen::uuid[] is null or n.agency_id = any(@seen))
            and (@channel::text is null or n.channel = @channel) and (not @unread or n.state = 'sent')
            and (@beforeId::uuid is null or (n.created_at, n.id) < (@beforeTime::timestamptz, @beforeId::uuid))
        order by n.created_at desc, n.id desc
        limit @limit
        """;

    [AllowedTo(Role.Operator, Role.Administrator, Role.Auditor, Role.FocalOfficer, Role.Registrar, Role.Viewer)]
    public override Task<V1.ListNoticesResponse> ListNotices(V1.ListNoticesRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<Position>(request, request.PageToken);
        var plan = request.Plan.Length == 0 ? (Guid?)null : PlanName.Parse(request.Plan, "plan");
        var obligation = request.Obligation.Length == 0 ? (Guid?)null : ObligationName.Parse(request.Obligation, "obligation");
        var state = request.State.ToWord("state");
        return requests.Read(call, async connection =>
        {
            var agency = request.Agency.Length == 0 ? (Guid?)null : (await connection.RequireAgency(request.Agency, "agency", call.CancellationToken)).Id;
            var seen = call.Caller().IsAny(Role.Operator) ? null : await connection.AgenciesSeenBy(call.Caller(), clock.Today(), call.CancellationToken);
            var rows = await connection.QueryAsync<NoticeRow>(new(
                SelectPage,
                new { plan, obligation, agency, state, seen, channel = (string?)null, unread = false, beforeId = after?.Id, beforeTime = after?.CreatedAt, limit = size + 1 },
                cancellationToken: call.CancellationToken));
            var page = Page.Cut(rows.AsList(), size, request, row => new Position(row.CreatedAt, row.Id));
            return new V1.ListNoticesResponse { Notices = { page.Items.Select(row => row.ToContract()) }, NextPageToken = page.NextPageToken };
        });
    }

    private sealed record Position(DateTimeOffset CreatedAt, Guid Id);
}
