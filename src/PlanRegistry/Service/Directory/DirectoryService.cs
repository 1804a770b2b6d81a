using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Directory;

/// <summary>The directory of units and agencies; one file per RPC.</summary>
internal sealed partial class DirectoryService(Requests requests, TimeProvider clock) : V1.DirectoryService.DirectoryServiceBase
{
    internal static readonly ResourceName UnitName = new("units/{unit}", otherwise: "scheme:code");
    internal static readonly ResourceName AgencyName = new("agencies/{agency}", otherwise: "scheme:code");

    /// <summary>A name is a code when it has a scheme: resource names hold no colon.</summary>
    internal static bool IsCode(string name) => name.Contains(':', StringComparison.Ordinal);
}
