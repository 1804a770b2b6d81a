using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.BuildingBlocks.Service.Limits;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

internal sealed partial class OwnerService
{
    [Heavy]
    [AllowedToAnyCaller]
    public override Task<V1.SuggestOwnersResponse> SuggestOwners(V1.SuggestOwnersRequest request, ServerCallContext call)
    {
        var plan = PlanService.PlanName.Parse(request.Plan, "plan");
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, [plan], clock.Today(), async connection =>
        {
            var book = await connection.OwnersOf(plan, call.CancellationToken);
            var items = book.Items.Where(item => !request.OnlyUnowned || book.History.OwnersOn(item.Id, on).LeadId is null).ToList();
            var suggestions = await Suggest(connection, book, items, on, call);
            var agencies = await connection.Agencies(
                book.NamedOn(items, on).Concat(suggestions.Values.SelectMany(all => all).Select(one => one.AgencyId).OfType<Guid>()), call.CancellationToken);
            return new V1.SuggestOwnersResponse
            {
                Items =
                {
                    items.Select(item => new V1.SuggestOwnersResponse.Types.ItemSuggestions
                    {
                        Item = item.ToContract(plan, book.History.On(item.Id, on), agencies, on),
                        Suggestions = { suggestions[item.Id].Select(one => one.ToContract(agencies, on)) },
                    }),
                },
                Etag = Etag.Of(book.Version),
            };
        });
    }
}
