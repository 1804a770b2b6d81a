using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Tasks;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.ReportingOfficer, Role.Approver, Role.Administrator, Within = Sphere.Agency)]
    public override Task<V1.TaskWork> CompleteTask(V1.CompleteTaskRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var today = work.At.InVietnam();
            var on = request.On.ToDay("on") ?? today;
            Check.Rule(new TextsFitTheirField("text", request.Text.Length, LongestText));
            var task = await work.HoldTask(request.Task, request.Etag);
            await Owners.ActingFor.MustRecordFor(work, task.Book.Plan.Id, task.LeadOn(today));

            var text = Owners.Said.OrNull(request.Text);
            await work.Save(task, task.Work.Complete(on, today, text));

            work.Announce(task, Words.Of(RatedTask.On(task.Work, last: null, today)!.Rating), on, text);
            work.Audit(request.Task);
            return await work.Show(task);
        });
}
