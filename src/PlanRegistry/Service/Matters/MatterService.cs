using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Matters;

/// <summary>What comes up while plans are carried out; one file per RPC.</summary>
internal sealed partial class MatterService(Requests requests, TimeProvider clock) : V1.MatterService.MatterServiceBase
{
    internal static readonly ResourceName MatterName = new("matters/{matter}");

    private const int LongestText = 4_000;
    private const int LongestReason = 1_000;
    private const int LongestNumber = 100;
}
