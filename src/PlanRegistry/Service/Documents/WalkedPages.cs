using Google.Protobuf;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;
using Date = Google.Type.Date;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>A page of a walk, as a request asks for it.</summary>
internal sealed record AskedWalk(IMessage Request, string Name, Date? On, IEnumerable<V1.RelationKind> Kinds, int MaxDepth, int PageSize, string PageToken);

internal sealed partial class DocumentService
{
    // Up and down differ in nothing but the direction.
    private Task<(Walked Walked, Page<V1.RelatedDocument> Page)> Walk(AskedWalk asked, bool upward, ServerCallContext call)
    {
        var size = PageSize.Of(asked.PageSize, usual: 200, largest: 1000);
        var after = PageToken.Decode<Place>(asked.Request, asked.PageToken);
        var way = asked.Kinds.ToWay(asked.On.ToDay("on") ?? clock.Today(), asked.MaxDepth);
        return requests.Read(call, async connection =>
        {
            var (walked, shown) = await connection.WalkShowing(asked.Name, upward, way, after, size, call.CancellationToken);
            return (walked, Page.Cut(shown, size, asked.Request, found => new Place(found.Depth, DocumentName.Parse(found.Document.Name))));
        });
    }
}
