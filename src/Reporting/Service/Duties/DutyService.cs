using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Reporting.Service.Duties;

/// <summary>Duties in force; one file per RPC.</summary>
internal sealed partial class DutyService(Requests requests, TimeProvider clock) : V1.DutyService.DutyServiceBase;
