using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.BuildingBlocks.Service.Wire;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Directory.Rules;
using SocialPolicy.PlanRegistry.Domain.Documents;
using SocialPolicy.PlanRegistry.Domain.Documents.Rules;
using SocialPolicy.PlanRegistry.Service.Directory;

namespace SocialPolicy.PlanRegistry.Service.Documents;

internal sealed partial class DocumentService
{
    private const int MostRelations = 500;

    [AllowedTo(Role.Registrar, Role.Administrator)]
    public override Task<V1.Document> RegisterDocument(V1.RegisterDocumentRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            Check.Rule(new RegistrationsStaySmall(request.Relations.Count, MostRelations));
            var given = await GivenDocument(request.Document ?? new(), work);
            var others = request.Relations.Select(ToOther).ToList();

            await work.HoldGraph();
            var shelf = await work.ShelfFor([given.Said, .. others.Select(other => other.Described).OfType<DocumentDescription>()]);
            var document = await WithAgency(shelf.Registered(given, "document"), shelf, work);
            var said = new List<(string Path, SaidRelation Relation)>();
            foreach (var other in others)
                said.Add((other.Path, new(await IdOf(other, shelf, work), other.Kind, other.EffectiveOn)));

            var recorded = (await work.Connection.RelationsOf(document.Id, work.Cancellation)).Select(row => (row.RelationKind, row.ToId)).ToHashSet();
            var fresh = said.Where(one => !recorded.Contains((one.Relation.Kind, one.Relation.To))).DistinctBy(one => (one.Relation.Kind, one.Relation.To)).ToList();
            foreach (var (path, relation) in fresh)
                Check.Rule(new DocumentsStandInOrder(path, await work.CircleThrough(document.Id, relation)));

            await work.Keep(shelf.Changed);
            await work.Say(document.Id, [.. fresh.Select(one => one.Relation)]);
            work.Audit(DocumentName.Of(document.Id), $"{fresh.Count} relations");
            return await work.Show(document.Id);
        });

    private static async Task<Document> GivenDocument(V1.Document said, Work work)
    {
        var description = said.ToDescription("document");
        var (from, to) = (said.ValidFrom.ToDay("document.valid_from"), said.ValidTo.ToDay("document.valid_to"));
        Check.Rule(new ValidityRunsForward("document.valid_to", from, to));
        var agency = said.IssuerAgency.Length == 0 ? null : await work.Connection.RequireAgency(said.IssuerAgency, "document.issuer_agency", work.Cancellation);
        return new(Guid.Empty, 1, description, IsStub: false) { ValidFrom = from, ValidTo = to, IssuerAgency = agency?.Id };
    }

    // Who issued it counts for its duties: a name that the directory knows is that agency.
    private static async Task<Document> WithAgency(Document document, Shelf shelf, Work work)
    {
        if (document is not { IssuerAgency: null, PlanId: null, Said.Issuer: { } issuer })
            return document;
        var (candidates, units) = await work.Connection.PossibleIssuers(document.Said.IssuedOn?.AsDay ?? work.At.InVietnam(), work.Cancellation);
        return shelf.Change(document, document with { IssuerAgency = PartyResolver.IssuerOf(issuer, candidates, units, document.Said.Province)?.Id });
    }

    private static Other ToOther(V1.RegisterDocumentRequest.Types.Said said, int index)
    {
        var path = $"relations[{index}]";
        var kind = said.Kind.ToDomain($"{path}.kind");
        var isDescribed = said.OtherCase is V1.RegisterDocumentRequest.Types.Said.OtherOneofCase.Described;
        Check.All(new FieldsAreFilled($"{path}.kind", kind is not null), new FieldsAreFilled($"{path}.document", isDescribed || said.Document.Length > 0));
        return new(
            path, said.Document, isDescribed ? said.Described.ToDescription($"{path}.described") : null, kind!.Value, said.EffectiveOn.ToDay($"{path}.effective_on"));
    }

    private static async Task<Guid> IdOf(Other other, Shelf shelf, Work work) => other.Described is { } described
        ? shelf.Named(described, $"{other.Path}.described").Id
        : (await work.RequireLiving(other.Name, $"{other.Path}.document")).Id;

    private sealed record Other(string Path, string Name, DocumentDescription? Described, RelationKind Kind, DateOnly? EffectiveOn);
}
