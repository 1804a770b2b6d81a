using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.Administrator, Within = Sphere.Reach)]
    public override Task<V1.TaskWork> ReopenTask(V1.ReopenTaskRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var reason = Owners.Said.OrNull(request.Reason);
            Check.All(new FieldsAreFilled("reason", reason is not null), new TextsFitTheirField("reason", request.Reason.Length, LongestReason));
            var task = await work.HoldTask(request.Task, request.Etag);
            await work.MustKeep(task.Book.Plan.Id);

            await work.Save(task, task.Work.Reopen(reason!));

            work.Announce(task, "reopened", work.At.InVietnam(), reason);
            work.Audit(request.Task);
            return await work.Show(task);
        });
}
