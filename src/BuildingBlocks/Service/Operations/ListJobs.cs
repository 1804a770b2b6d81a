using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

public sealed partial class OperationsService
{
    private const string JobCollection = "jobs/";

    /// <inheritdoc/>
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override async Task<V1.ListJobsResponse> ListJobs(V1.ListJobsRequest request, ServerCallContext context)
    {
        var states = (await ledger.Read(runner.Jobs.Select(job => job.Name), context.CancellationToken)).ToDictionary(run => run.Name, StringComparer.Ordinal);
        return new() { Jobs = { runner.Jobs.Select(job => ToContract(job, states.GetValueOrDefault(job.Name))) } };
    }

    private static V1.Job ToContract(IJob job, JobState? run) => new()
    {
        Name = JobCollection + job.Name,
        Description = job.Description,
        Interval = job.Interval.ToDuration(),
        LastRunTime = run?.LastRunAt?.ToTimestamp(),
        LastDuration = run?.LastDuration?.ToDuration(),
        LastOutcome = run?.LastOutcome ?? "",
        Failed = run?.Failed ?? false,
        NextRunTime = run?.NextRunAt.ToTimestamp(),
    };
}
