using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Alignment;

/// <summary>The vertical check of plans; one file per RPC.</summary>
internal sealed partial class AlignmentService(Requests requests, TimeProvider clock) : V1.AlignmentService.AlignmentServiceBase
{
    internal const int LongestReason = 1000;

    internal static readonly ResourceName AcceptanceName = new("plans/{plan}/findingAcceptances/{finding_acceptance}");
}
