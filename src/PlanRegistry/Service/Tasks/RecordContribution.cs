using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    private const string InsertContribution = """
        insert into task_contributions (id, task_id, agency_id, text, from_day, to_day, actor, at)
        values (@id, @task, @agency, @text, @from, @to, @Subject, @At)
        """;

    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.ReportingOfficer, Role.Approver, Role.Administrator, Within = Sphere.Agency)]
    public override Task<V1.TaskWork> RecordContribution(V1.RecordContributionRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var (from, to, text) = (request.From.ToDay("from"), request.To.ToDay("to"), Owners.Said.OrNull(request.Text));
            Check.All(
                new FieldsAreFilled("agency", request.Agency.Length > 0),
                new FieldsAreFilled("text", text is not null),
                new FieldsAreFilled("from", from is not null),
                new FieldsAreFilled("to", to is not null),
                new TextsFitTheirField("text", request.Text.Length, LongestText));
            var agency = await work.Connection.RequireAgency(request.Agency, "agency", work.Cancellation);
            var task = await work.HoldTask(request.Task, request.Etag);
            await Owners.ActingFor.MustRecordFor(work, task.Book.Plan.Id, agency.Id);

            var coordinates = task.Book.History.Between(task.Item.Id, from!.Value, to!.Value).Any(owners => owners.CoordinatingIds.Contains(agency.Id));
            await work.Save(task, task.Work.Contribute(agency.Name, from.Value, to.Value, coordinates, DaysOf(task.Book.Plan.Header)));
            await work.Connection.ExecuteAsync(work.Sql(
                InsertContribution,
                new { id = Guid.CreateVersion7(work.At), task = task.Item.Id, agency = agency.Id, text, from, to, work.Caller.Subject, work.At }));

            work.Audit(request.Task, "contribution");
            return await work.Show(task);
        });

    private static (DateOnly? From, DateOnly? To) DaysOf(PlanHeader header) =>
        (header.PeriodFrom is { } first ? new DateOnly(first, 1, 1) : null, header.PeriodTo is { } last ? new DateOnly(last, 12, 31) : null);
}
