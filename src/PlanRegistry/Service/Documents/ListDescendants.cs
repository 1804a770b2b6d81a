using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    [AllowedToAnyCaller]
    public override async Task<V1.ListDescendantsResponse> ListDescendants(V1.ListDescendantsRequest request, ServerCallContext call)
    {
        var asked = new AskedWalk(request, request.Name, request.On, request.Kinds, request.MaxDepth, request.PageSize, request.PageToken);
        var (walked, page) = await Walk(asked, upward: false, call);
        return new()
        {
            Documents = { page.Items },
            Cycles = { walked.Cycles() },
            Truncated = walked.IsTruncated,
            NextPageToken = page.NextPageToken,
        };
    }
}
