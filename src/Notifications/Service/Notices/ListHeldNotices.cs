using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.Notifications.Service.Sweeping;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override Task<V1.ListHeldNoticesResponse> ListHeldNotices(V1.ListHeldNoticesRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<DuePosition>(request, request.PageToken);
        var plan = request.Plan.Length == 0 ? (Guid?)null : PlanName.Parse(request.Plan, "plan");
        var at = clock.GetUtcNow();
        return requests.Read(call, async connection =>
        {
            var total = 0;
            var rows = new List<(HeldNotice Notice, DuePosition Position)>();
            await foreach (var part in sweep.Due(connection, at, at.InVietnam(), plan, call.CancellationToken))
            {
                total += part.Held.Count;
                rows.AddRange(DuePosition.Of(part.Held, held => held.ObligationId).Where(row => row.Position.IsBehind(after)).Take(size + 1 - rows.Count));
            }

            var page = Page.Cut(rows, size, request, row => row.Position);
            return new V1.ListHeldNoticesResponse { HeldNotices = { page.Items.Select(row => row.Notice.ToContract()) }, TotalCount = total, NextPageToken = page.NextPageToken };
        });
    }
}
