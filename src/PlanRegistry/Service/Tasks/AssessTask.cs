using System.Text.Json;
using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Calendar;
using SocialPolicy.PlanRegistry.Domain.Tasks;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    private const string InsertAssessment = """
        insert into task_assessments (task_id, period, revision, verdict, text, counts, revision_reason, actor, at)
        values (@Id, @period, @revision, @verdict, @Text, @counts::jsonb, @reason, @Subject, @At)
        """;

    private const string SelectAssessment = "select * from task_assessments where task_id = @Id and period = @period order by revision desc limit 1";

    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.ReportingOfficer, Role.Approver, Role.Administrator, Within = Sphere.Agency)]
    public override Task<V1.TaskWork> AssessTask(V1.AssessTaskRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var today = work.At.InVietnam();
            var said = AssessmentIn(request);
            var task = await work.HoldTask(request.Task, request.Etag);
            await Owners.ActingFor.MustRecordFor(work, task.Book.Plan.Id, task.LeadOn(today));

            var row = await work.Connection.QuerySingleOrDefaultAsync<AssessmentRow>(work.Sql(SelectAssessment, new { task.Item.Id, period = request.Period }));
            var (step, revision) = task.Work.Assess(said, row is null ? null : (row.ToAssessment(), row.Revision), today);
            await work.Save(task, step);
            await Keep(work, task, said, revision);

            work.Announce(task, Words.Of(said.Verdict), today, Owners.Said.OrNull(said.Text), said);
            work.Audit(request.Task, request.Period);
            return await work.Show(task);
        });

    private static Assessment AssessmentIn(V1.AssessTaskRequest request)
    {
        var verdict = request.Verdict.ToDomain("verdict");
        Check.All(
            new FieldsAreFilled("period", request.Period.Length > 0),
            new FieldsAreFilled("verdict", verdict is not null),
            new TextsFitTheirField("text", request.Text.Length, LongestText),
            new TextsFitTheirField("revision_reason", request.RevisionReason.Length, LongestReason));
        return new(PeriodIn(request.Period, "period"), verdict!.Value, request.Text.Trim(), new Dictionary<string, long>(request.Counts, StringComparer.Ordinal), Owners.Said.OrNull(request.RevisionReason));
    }

    private static ReportingPeriod PeriodIn(string text, string path)
    {
        var isPeriod = ReportingPeriod.TryParse(text, out var period);
        Check.Rule(new PeriodsAreWellFormed(path, text, isPeriod));
        return period!;
    }

    // The first of a period replaces nothing, so it needs no reason, whatever was sent.
    private static Task Keep(Work work, HeldTask task, Assessment said, int revision) => work.Connection.ExecuteAsync(work.Sql(InsertAssessment, new
    {
        task.Item.Id,
        period = said.Period.ToString(),
        revision,
        verdict = Words.Of(said.Verdict),
        said.Text,
        counts = JsonSerializer.Serialize(said.Counts, RowJson.Options),
        reason = revision == 1 ? null : said.RevisionReason,
        work.Caller.Subject,
        work.At,
    }));
}
