using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Service.Owners;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    [AllowedToAnyCaller]
    public override Task<V1.TaskWork> GetTaskWork(V1.GetTaskWorkRequest request, ServerCallContext call)
    {
        var ids = ContentMapping.TaskName.ParseAll(request.Task, "task");
        var on = request.On.ToDay("on") ?? clock.Today();
        return requests.Read(call, [ids[0]], clock.Today(), async connection =>
        {
            var book = await connection.OwnersOf(ids[0], call.CancellationToken);
            var item = book.Items.Require(OwnableKind.Task, ids[1], "task");
            var ledger = await connection.Ledger(book, item.Id, on, call.CancellationToken);
            return ledger.ToContract(item, await connection.AgenciesOf(ledger, [item], call.CancellationToken));
        });
    }
}
