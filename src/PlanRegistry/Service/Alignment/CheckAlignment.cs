using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

internal sealed partial class AlignmentService
{
    [AllowedToAnyCaller]
    public override Task<V1.CheckAlignmentResponse> CheckAlignment(V1.CheckAlignmentRequest request, ServerCallContext call)
    {
        var asked = CheckedPlans.Parse(request.Plan, request.Superior);
        return requests.Read(call, [asked.Plan, asked.Superior ?? asked.Plan], clock.Today(), async connection =>
        {
            var check = await connection.RunCheck(asked, await connection.HiddenFrom(call.Caller(), clock.Today(), call.CancellationToken), call.CancellationToken);
            var findings = check.Report.Findings.Select(check.ToContract).ToList();
            return new V1.CheckAlignmentResponse
            {
                Superior = Plans.PlanService.PlanName.Of(check.Superior),
                Findings = { findings.Where(finding => !request.OpenOnly || !finding.Accepted) },
                ComparedCount = check.Report.ComparedCount,
                EqualCount = check.Report.EqualCount,
                AcceptedCount = findings.Count(finding => finding.Accepted),
                VisionTargetCount = check.Report.VisionCount,
            };
        });
    }
}
