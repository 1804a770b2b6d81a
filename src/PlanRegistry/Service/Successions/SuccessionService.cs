using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Successions;

/// <summary>What became of units and agencies; one file per RPC.</summary>
internal sealed partial class SuccessionService(Requests requests) : V1.SuccessionService.SuccessionServiceBase
{
    internal static readonly ResourceName SuccessionName = new("successions/{succession}");
}
