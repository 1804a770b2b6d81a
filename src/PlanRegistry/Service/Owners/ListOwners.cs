using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

internal sealed partial class OwnerService
{
    [AllowedToAnyCaller]
    public override Task<V1.ListOwnersResponse> ListOwners(V1.ListOwnersRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 200, largest: 1000);
        var after = PageToken.Decode<AfterItem>(request, request.PageToken);
        var plan = PlanService.PlanName.Parse(request.Plan, "plan");
        var kind = request.Kind.ToDomain("kind");
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, [plan], clock.Today(), async connection =>
        {
            var agency = request.Agency.Length == 0 ? (Guid?)null : (await connection.RequireAgency(request.Agency, "agency", call.CancellationToken)).Id;
            var book = await connection.OwnersOf(plan, call.CancellationToken);
            var rows = book.Items.Index().Where(one => one.Index > (after?.Index ?? -1) && (kind is null || one.Item.Kind == kind)
                && (request.Theme.Length == 0 || one.Item.Theme == request.Theme)
                && (agency is not { } named || book.History.OwnersOn(one.Item.Id, on).Names(named))).Take(size + 1).ToList();
            var page = Page.Cut(rows, size, request, row => new AfterItem(row.Index));
            var agencies = await connection.Agencies(book.NamedOn(page.Items.Select(row => row.Item), on), call.CancellationToken);
            return new V1.ListOwnersResponse
            {
                Items = { page.Items.Select(row => row.Item.ToContract(plan, book.History.On(row.Item.Id, on), agencies, on)) },
                NextPageToken = page.NextPageToken,
                Etag = Etag.Of(book.Version),
            };
        });
    }

    private sealed record AfterItem(int Index);
}
