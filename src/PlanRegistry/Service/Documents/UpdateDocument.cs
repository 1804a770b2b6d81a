using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Etags;
using SocialPolicy.PlanRegistry.Domain.Directory.Rules;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Documents.Rules;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Document> UpdateDocument(V1.UpdateDocumentRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var said = request.Document ?? new();
            var given = await GivenDocument(said, work);
            await work.HoldGraph();
            var before = await work.RequireLiving(said.Name, "document.name");
            Etag.MustMatch(request.Etag, before.Version);

            var fields = request.UpdateMask?.Paths.Distinct().ToList() ?? [];
            Check.Rule(new FieldsAreFilled("update_mask", fields.Count > 0));
            Check.All(fields.Select(field => new FieldsCanBeChanged(field, DocumentFields.Of(before))));
            var after = fields.Aggregate(before, (document, field) => DocumentFields.Take(field, document, given));
            Check.All(
                new DocumentsHaveAKey("document", after.PlanId is null ? after.Key : after.Key with { Title = "" }),
                new ValidityRunsForward("document.valid_to", after.ValidFrom, after.ValidTo));

            await work.Keep(after == before ? [] : [after with { Version = before.Version + 1 }]);
            work.Audit(DocumentName.Of(before.Id), string.Join(", ", fields));
            return await work.Show(before.Id);
        });
}
