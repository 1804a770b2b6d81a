using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.Domain.Documents.Rules;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    [AllowedTo(Role.Registrar, Role.Administrator, Within = Sphere.Installation)]
    public override Task<V1.Document> EndRelation(V1.EndRelationRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            var ids = RelationName.ParseAll(request.Name);
            await work.HoldGraph();
            var document = await work.Connection.RequireDocument(DocumentName.Of(ids[0]), "name", work.Cancellation);
            var relation = await work.FindRelation(ids[0], ids[1]);
            Check.Rule(new RelationsAreInTheGraph(request.Name, relation is not null));
            Check.Rule(new RelationsEndOnce(relation!.EndedAt is not null));
            Check.Rule(new RelationsOfPlansFollowTheirText(relation.IsRead));

            await work.End([relation.Id]);
            work.Audit(request.Name);
            return await work.Show(document.Id);
        });
}
