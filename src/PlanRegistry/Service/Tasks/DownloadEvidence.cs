using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.PlanRegistry.Domain.Tasks;

namespace SocialPolicy.PlanRegistry.Service.Tasks;

internal sealed partial class TaskService
{
    private const string SelectEvidence = """
        select e.* from task_evidence e join task_work w using (task_id)
        where e.id = @id and e.task_id = @task and w.plan_id = @plan and e.sha256 is not null
        """;

    [AllowedToAnyCaller]
    public override async Task DownloadEvidence(V1.DownloadEvidenceRequest request, IServerStreamWriter<V1.DownloadEvidenceResponse> stream, ServerCallContext call)
    {
        var ids = EvidenceName.ParseAll(request.Name);
        var row = await requests.Read(call, connection => connection.QuerySingleOrDefaultAsync<EvidenceRow>(
            new(SelectEvidence, new { plan = ids[0], task = ids[1], id = ids[2] }, cancellationToken: call.CancellationToken)));
        Check.Rule(new EvidenceIsThere(ids[2], row is not null));

        await using var content = await files.Open(row!.Sha256!, call.CancellationToken);
        var file = new V1.DownloadEvidenceResponse.Types.File { FileName = row.FileName, Sha256 = row.Sha256, SizeBytes = row.SizeBytes!.Value };
        await stream.Send(new() { File = file }, content, chunk => new() { Chunk = chunk }, call.CancellationToken);
    }
}
