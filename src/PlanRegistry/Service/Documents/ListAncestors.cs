using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    [AllowedToAnyCaller]
    public override Task<V1.ListAncestorsResponse> ListAncestors(V1.ListAncestorsRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 200, largest: 1000);
        var after = PageToken.Decode<Place>(request, request.PageToken);
        var way = request.Kinds.ToWay(request.On.ToDay("on") ?? clock.Today(), request.MaxDepth);
        return requests.Read(call, async connection =>
        {
            var (walked, shown) = await connection.WalkShowing(request.Name, upward: true, way, after, size, call.CancellationToken);
            var page = Page.Cut(shown, size, request, found => new Place(found.Depth, DocumentName.Parse(found.Document.Name)));
            return new V1.ListAncestorsResponse
            {
                Documents = { page.Items },
                Cycles = { walked.Cycles() },
                Truncated = walked.IsTruncated,
                NextPageToken = page.NextPageToken,
            };
        });
    }
}
