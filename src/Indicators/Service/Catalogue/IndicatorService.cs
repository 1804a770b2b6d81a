using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>The catalogue of indicators; one file per RPC.</summary>
internal sealed partial class IndicatorService(Requests requests) : V1.IndicatorService.IndicatorServiceBase
{
    /// <summary>What stands before the code of an indicator where a request names it by that.</summary>
    internal const string Scheme = "spp:";

    internal static readonly ResourceName IndicatorName = new("indicators/{indicator}", otherwise: "spp:code");
}
