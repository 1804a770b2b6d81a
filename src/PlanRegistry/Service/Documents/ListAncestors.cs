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
            var start = await connection.RequireDocument(request.Name, "name", call.CancellationToken);
            var walked = await connection.WalkFrom(start.Id, upward: true, way, call.CancellationToken);
            var page = Page.Cut([.. Behind(walked.Firsts, after).Take(size + 1)], size, request, step => new Place(step.Depth, step.Far));
            return new V1.ListAncestorsResponse
            {
                Documents = { await connection.Present(page.Items, way.On, call.CancellationToken) },
                Cycles = { walked.Cycles() },
                Truncated = walked.IsTruncated,
                NextPageToken = page.NextPageToken,
            };
        });
    }

    private static IEnumerable<Step> Behind(IEnumerable<Step> steps, Place? after) =>
        after is null ? steps : steps.SkipWhile(step => step.Depth < after.Depth || (step.Depth == after.Depth && step.Far.CompareTo(after.Document) <= 0));

    private sealed record Place(int Depth, Guid Document);
}
