using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>Rounds; one file per RPC.</summary>
internal sealed partial class RoundService(Requests requests, TimeProvider clock) : V1.RoundService.RoundServiceBase;
