using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Names;
using V1 = SocialPolicy.Operations.V1;

namespace SocialPolicy.BuildingBlocks.Service.Operations;

public sealed partial class OperationsService
{
    /// <inheritdoc/>
    [AllowedTo(Role.Operator, Role.Administrator)]
    public override async Task<V1.Job> RunJob(V1.RunJobRequest request, ServerCallContext context)
    {
        Check.Rule(new NamesFollowTheirPattern("jobs/{job}", "name", request.Name.StartsWith(JobCollection, StringComparison.Ordinal)));
        var job = await runner.RunNow(request.Name[JobCollection.Length..], context.CancellationToken);

        // It ran, whether its caller still waits or not.
        var run = (await ledger.Read([job.Name], CancellationToken.None))[0];
        await Audited(context, request.Name, run.Failed ? "failed" : "ran");
        return ToContract(job, run);
    }
}
