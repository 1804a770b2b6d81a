using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Paging;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    [AllowedToAnyCaller]
    public override Task<V1.ListTaskWorkResponse> ListTaskWork(V1.ListTaskWorkRequest request, ServerCallContext call)
    {
        var size = PageSize.Of(request.PageSize, usual: 100, largest: 500);
        var after = PageToken.Decode<AfterTask>(request, request.PageToken);
        var plan = PlanService.PlanName.Parse(request.Plan, "plan");
        var (kind, rating) = (request.Kind.ToDomain("kind"), request.Rating.ToDomain("rating"));
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, [plan], clock.Today(), async connection =>
        {
            var agency = request.Agency.Length == 0 ? (Guid?)null : (await connection.RequireAgency(request.Agency, "agency", call.CancellationToken)).Id;
            var book = await connection.OwnersOf(plan, call.CancellationToken);
            var ledger = await connection.Ledger(book, task: null, on, call.CancellationToken);
            var fitting = book.Items.Index().Where(one => one.Item.Kind is OwnableKind.Task
                && (kind is null || ledger.WorkOn(one.Item.Id).Kind == kind)
                && (agency is not { } named || ledger.OwnersOf(one.Item.Id).Names(named))).Select(one => (one.Index, one.Item, ledger.Rate(one.Item.Id)?.Rating)).ToList();
            var rows = fitting.Where(one => one.Index > (after?.Index ?? -1) && (rating is null || one.Rating == rating)).Take(size + 1).ToList();
            var page = Page.Cut(rows, size, request, row => new AfterTask(row.Index));
            var agencies = await connection.AgenciesOf(ledger, [.. page.Items.Select(row => row.Item)], call.CancellationToken);
            return new V1.ListTaskWorkResponse
            {
                Tasks = { page.Items.Select(row => ledger.ToContract(row.Item, agencies)) },
                NextPageToken = page.NextPageToken,
                Counts =
                {
                    fitting.CountBy(one => one.Rating.ToContract()).OrderBy(count => count.Key)
                        .Select(count => new V1.ListTaskWorkResponse.Types.RatingCount { Rating = count.Key, Count = count.Value }),
                },
            };
        });
    }

    private sealed record AfterTask(int Index);
}
