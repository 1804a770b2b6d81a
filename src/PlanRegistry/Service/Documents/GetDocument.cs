using Grpc.Core;
using SocialPolicy.BuildingBlocks.Service.Callers;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    [AllowedToAnyCaller]
    public override Task<V1.Document> GetDocument(V1.GetDocumentRequest request, ServerCallContext call) =>
        requests.Read(call, async connection => await connection.Complete(
            await connection.RequireDocument(request.Name, "name", call.CancellationToken), call.CancellationToken));
}
