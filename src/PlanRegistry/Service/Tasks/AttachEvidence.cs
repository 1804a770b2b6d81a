using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Tasks;
using FileOfEvidence = SocialPolicy.BuildingBlocks.Service.Files.ReceivedFile<SocialPolicy.PlanRegistry.V1.AttachEvidenceRequest.Types.Evidence>;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    private const int LongestNumber = 100;

    private const string InsertEvidence = """
        insert into task_evidence (id, task_id, file_name, sha256, size_bytes, document_number, note, period, actor, at)
        values (@id, @task, @file, @sha256, @size, @number, @note, @period, @Subject, @At)
        """;

    private const string HasEvidence = """
        select exists (select from task_evidence where task_id = @task and coalesce(sha256, '') = coalesce(@sha256, '')
            and coalesce(document_number, '') = coalesce(@number, '') and coalesce(period, '') = coalesce(@period, ''))
        """;

    [AllowedTo(Role.Registrar, Role.FocalOfficer, Role.ReportingOfficer, Role.Approver, Role.Administrator, Within = Sphere.Agency)]
    public override async Task<V1.TaskWork> AttachEvidence(IAsyncStreamReader<V1.AttachEvidenceRequest> stream, ServerCallContext call)
    {
        var received = await FileOfEvidence.From(stream, message => message.Evidence, message => message.Chunk, call.CancellationToken);
        var sent = received.Description;
        return await requests.Once(sent.RequestId, sent.ValidateOnly, received.PayloadHash, call, async work =>
        {
            var name = MustBeEvidence(received);
            var task = await work.HoldTask(sent.Task, sent.Etag, "evidence.task");
            await Owners.ActingFor.MustRecordFor(work, task.Book.Plan.Id, task.LeadOn(work.At.InVietnam()));
            await Attach(work, task, received, name);
            work.Audit(sent.Task, "evidence");
            return await work.Show(task);
        });
    }

    private static string MustBeEvidence(FileOfEvidence received)
    {
        var sent = received.Description;
        var name = FileOfEvidence.NameOf(sent.FileName);
        received.MustHaveArrived(received.Size > 0 ? sent.Sha256 : "", name, "evidence");
        Check.Rule(new EvidenceIsSomething(received.Size == 0 && Owners.Said.OrNull(sent.DocumentNumber) is null));
        Check.All(
            new FieldsAreFilled("evidence.file_name", received.Size == 0 || name.Length > 0),
            new TextsFitTheirField("evidence.document_number", sent.DocumentNumber.Length, LongestNumber),
            new TextsFitTheirField("evidence.note", sent.Note.Length, LongestReason));
        if (sent.Period.Length > 0)
            Check.Rule(new PeriodsAreWellFormed("evidence.period", sent.Period, PeriodIn(sent.Period, "evidence.period").Kind is not Calendar.PeriodKind.Month));
        return name;
    }

    // The file is kept before the row is: a row always has its file, and a file without a row harms nobody.
    private async Task Attach(Work work, HeldTask task, FileOfEvidence received, string name)
    {
        var sent = received.Description;
        var hasFile = received.Size > 0;
        var row = new
        {
            id = Guid.CreateVersion7(work.At),
            task = task.Item.Id,
            file = hasFile ? name : null,
            sha256 = hasFile ? received.Sha256 : null,
            size = hasFile ? received.Size : (long?)null,
            number = Owners.Said.OrNull(sent.DocumentNumber),
            note = Owners.Said.OrNull(sent.Note),
            period = Owners.Said.OrNull(sent.Period),
            work.Caller.Subject,
            work.At,
        };
        Check.Rule(new WorkIsOfAKnownKind(task.Work.Kind));
        if (await work.Connection.ExecuteScalarAsync<bool>(work.Sql(HasEvidence, row)))
            return;
        if (hasFile && !sent.ValidateOnly)
            await files.Put(received.Open(), work.Cancellation);
        await work.Save(task, task.Work.Evidence(row.number ?? name));
        await work.Connection.ExecuteAsync(work.Sql(InsertEvidence, row));
    }
}
