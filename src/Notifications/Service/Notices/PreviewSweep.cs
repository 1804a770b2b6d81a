using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.Notifications.Service.Sweeping;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override Task<V1.PreviewSweepResponse> PreviewSweep(V1.PreviewSweepRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var after = PageToken.Decode<DuePosition>(request, request.PageToken);
        var plan = request.Plan.Length == 0 ? (Guid?)null : PlanName.Parse(request.Plan, "plan");
        var at = clock.GetUtcNow();
        return requests.Read(call, async connection =>
        {
            var total = 0;
            var rows = new List<(NewNotice Notice, DuePosition Position)>();
            await foreach (var part in sweep.Due(connection, at, at.InVietnam(), plan, call.CancellationToken))
            {
                total += part.Notices.Count;
                rows.AddRange(DuePosition.Of(part.Notices, notice => notice.ObligationId).Where(row => row.Position.IsBehind(after)).Take(size + 1 - rows.Count));
            }

            var page = Page.Cut(rows, size, request, row => row.Position);
            return new V1.PreviewSweepResponse { Notices = { page.Items.Select(row => row.Notice.ToContract()) }, TotalCount = total, NextPageToken = page.NextPageToken };
        });
    }

    /// <summary>A notice that has no name yet: by its obligation, and its place among the notices about that.</summary>
    private sealed record DuePosition(Guid ObligationId, int Index)
    {
        public static IEnumerable<(T Notice, DuePosition Position)> Of<T>(IEnumerable<T> notices, Func<T, Guid> obligation) =>
            notices.GroupBy(obligation).SelectMany(group => group.Select((notice, index) => (notice, new DuePosition(group.Key, index))));

        public bool IsBehind(DuePosition? other) => other is null || (ObligationId, Index).CompareTo((other.ObligationId, other.Index)) > 0;
    }
}
