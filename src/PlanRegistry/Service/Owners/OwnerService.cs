using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Documents;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>Who owns the targets and tasks of plans; one file per RPC.</summary>
internal sealed partial class OwnerService(
    Requests requests, Readings readings, DocumentReader documents, IFileStore files, TimeProvider clock) : V1.OwnerService.OwnerServiceBase
{
    private const int LongestReason = 1_000;
}
