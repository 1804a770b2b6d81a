using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Amendments;

/// <summary>Amendments of published plans; one file per RPC.</summary>
internal sealed partial class AmendmentService(Requests requests, TimeProvider clock) : V1.AmendmentService.AmendmentServiceBase
{
    internal static readonly ResourceName AmendmentName = new("plans/{plan}/amendments/{amendment}");
}
