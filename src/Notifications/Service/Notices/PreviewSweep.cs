using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override Task<V1.PreviewSweepResponse> PreviewSweep(V1.PreviewSweepRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 1000);
        var at = clock.GetUtcNow();
        return requests.Read(call, async connection =>
        {
            var answer = new V1.PreviewSweepResponse();
            await foreach (var part in sweep.Due(connection, at, at.InVietnam(), call.CancellationToken))
            {
                answer.TotalCount += part.Count;
                answer.Notices.Add(part.Take(size - answer.Notices.Count).Select(notice => notice.ToContract()));
            }

            return answer;
        });
    }
}
