using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Service.Targets;

/// <summary>Targets in force; one file per RPC.</summary>
internal sealed partial class TargetService(Requests requests, RatingSettings settings) : V1.TargetService.TargetServiceBase
{
    internal static readonly ResourceName PlanName = new("plans/{plan}");
    internal static readonly ResourceName TargetName = new("targets/{target}");
}
