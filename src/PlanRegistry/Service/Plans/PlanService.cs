using SocialPolicy.BuildingBlocks.Service.Files;
using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Documents;

namespace SocialPolicy.PlanRegistry.Service.Plans;

/// <summary>The register of plans; one file per RPC.</summary>
internal sealed partial class PlanService(
    Requests requests, Readings readings, DocumentReader documents, PublishedPlans published, IFileStore files, TimeProvider clock, ILogger<PlanService> logger)
    : V1.PlanService.PlanServiceBase
{
    internal static readonly ResourceName PlanName = new("plans/{plan}");
}
