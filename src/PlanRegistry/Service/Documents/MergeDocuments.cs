using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.PlanRegistry.Domain.Documents.Rules;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Document> MergeDocuments(V1.MergeDocumentsRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            Check.All(new FieldsAreFilled("name", request.Name.Length > 0), new FieldsAreFilled("into", request.Into.Length > 0));
            await work.HoldGraph();
            var stub = await work.RequireLiving(request.Name, "name");
            var into = await work.RequireLiving(request.Into, "into");
            Etag.MustMatch(request.Etag, stub.Version);
            Check.Rule(new StubsMeanAnotherDocument(stub.Id == into.Id));
            Check.Rule(new OnlyStubsAreMerged(stub.IsStub));

            await work.MoveRelations(stub.Id, into.Id);
            await work.Keep([stub with { Version = stub.Version + 1, MergedInto = into.Id }]);
            work.Audit(DocumentName.Of(stub.Id), DocumentName.Of(into.Id));
            return await work.Show(into.Id);
        });
}
