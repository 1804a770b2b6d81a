using SocialPolicy.BuildingBlocks.Service.Names;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.PlanRegistry.Service.Documents;

/// <summary>The graph of documents; one file per RPC.</summary>
internal sealed partial class DocumentService(Requests requests, TimeProvider clock) : V1.DocumentService.DocumentServiceBase
{
    internal static readonly ResourceName DocumentName = new("documents/{document}");
    internal static readonly ResourceName RelationName = new("documents/{document}/relations/{relation}");
}
