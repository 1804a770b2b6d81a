using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

internal sealed partial class OwnerService
{
    [AllowedToAnyCaller]
    public override Task<V1.GetOwnersResponse> GetOwners(V1.GetOwnersRequest request, ServerCallContext call)
    {
        var (plan, kind, id) = OwnedItemName.Parse(request.Item, "item");
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, [plan], clock.Today(), async connection =>
        {
            var book = await connection.OwnersOf(plan, call.CancellationToken);
            var item = book.Items.Require(kind, id, "item");
            var history = book.History.Of(id).ToList();
            var agencies = await connection.Agencies(
                history.SelectMany(one => one.Owners.CoordinatingIds.Concat(one.Owners.LeadId is { } lead ? [lead] : [])), call.CancellationToken);
            return new V1.GetOwnersResponse
            {
                Item = item.ToContract(plan, book.History.On(id, on), agencies, on),
                History = { history.Select(one => one.ToContract(agencies)) },
            };
        });
    }
}
