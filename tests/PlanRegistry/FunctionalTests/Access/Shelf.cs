using Google.Protobuf;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Access;
using SocialPolicy.PlanRegistry.FunctionalTests.Alignment;
using SocialPolicy.PlanRegistry.FunctionalTests.Amendments;
using SocialPolicy.PlanRegistry.FunctionalTests.Documents;
using SocialPolicy.PlanRegistry.FunctionalTests.Matters;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Successions;
using SocialPolicy.PlanRegistry.FunctionalTests.Tasks;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Access;

/// <summary>A plan of the province that everybody sees, with all that has become of it, and one that the department of health has taken in and not published.</summary>
internal sealed record Shelf(
    V1.Plan Published, V1.Plan Hidden, V1.Document Document, V1.Document Above, V1.Amendment Amendment, V1.Matter Matter, V1.Succession Succession, V1.TaskWork Work)
{
    private const string NotFound = "PLAN_NOT_FOUND";

    public static async Task<Shelf> Of(Registry registry)
    {
        var task = await registry.OneOffTask();
        var work = await registry.Tasks.Attach(new() { Task = task, FileName = "quyet-dinh.pdf" }, "%PDF-1.7 quyết định phê duyệt"u8.ToArray());
        var matter = await registry.Open();
        var published = await registry.Registrar.GetPlanAsync(new() { Name = Working.PlanOf(task) });
        var amendment = await registry.Amendments.AmendPlanAsync(Amending.Amendment(published, registry.Today(), Amending.Value(published.Targets[0], "3")));
        var (one, other, heir) = await registry.Provinces();
        var succession = await registry.Successions.RecordSuccessionAsync(Recording.Merge([one, other], heir));
        var above = await registry.New();
        return new(published, await registry.TakesIn(published), await registry.New(above), above, amendment, matter, succession.Succession, work);
    }

    public IReadOnlyList<Ask> All() => [.. OfTheHidden(), .. OfWhatIsPublic(), .. OfDocuments(), .. OfTheDirectory()];

    private static bool Sees(Stand caller) => caller.IsUnbounded || caller.IsOf(Province.Health);

    private static Ask Public(IMessage request, string about) => Ask.Many(request, about, _ => true);

    private Ask Closed(IMessage request) => Ask.One(request, Hidden.Name, NotFound, Sees);

    // Only what is published is a document of the graph.
    private Ask NoDocument(IMessage request) => Ask.One(request, Hidden.Name, "DOCUMENT_NOT_FOUND", _ => false);

    private Ask Listed(IMessage request) => Ask.Many(request, Hidden.Name, Sees);

    private IEnumerable<Ask> OfTheHidden() =>
    [
        Closed(new V1.GetPlanRequest { Name = Hidden.Name }),
        Closed(new V1.BatchGetPlansRequest { Names = { Published.Name, Hidden.Name } }),
        Closed(new V1.DownloadDocumentRequest { Name = Hidden.Name }),
        Closed(new V1.ListFlagsRequest { Plan = Hidden.Name }),
        Closed(new V1.ListUnassignedPartiesRequest { Plan = Hidden.Name }),
        Closed(new V1.ListPartyAssignmentsRequest { Plan = Hidden.Name }),
        Closed(new V1.SearchRequest { Query = "thất nghiệp", Plan = Hidden.Name }),
        Closed(new V1.CheckAlignmentRequest { Plan = Hidden.Name, Superior = Published.Name }),
        Closed(new V1.CheckAlignmentRequest { Plan = Published.Name, Superior = Hidden.Name }),
        Closed(new V1.ProposeAmendmentRequest { Plan = Published.Name, AmendingPlan = Hidden.Name }),
        Closed(new V1.ListOwnersRequest { Plan = Hidden.Name }),
        Closed(new V1.SuggestOwnersRequest { Plan = Hidden.Name }),
        Closed(new V1.ListUnownedRequest { Plan = Hidden.Name }),
        Closed(new V1.GetOwnersRequest { Item = Hidden.Targets[0].Name }),
        Closed(new V1.ExportOwnersRequest { Plan = Hidden.Name }),
        Closed(new V1.ExportPlanRequest { Name = Hidden.Name }),
        Closed(new V1.ListTaskWorkRequest { Plan = Hidden.Name }),
        Closed(new V1.GetTaskWorkRequest { Task = Hidden.Tasks[0].Name }),
        Closed(new V1.ListAmendmentsRequest { Plan = Hidden.Name }),
        NoDocument(new V1.GetDocumentRequest { Name = Hidden.Name }),
        NoDocument(new V1.ListAncestorsRequest { Name = Hidden.Name }),
        NoDocument(new V1.FindPathRequest { From = Hidden.Name, To = Above.Name }),
        Listed(new V1.ListPlansRequest { PageSize = 500 }),
        Listed(new V1.ListPlansRequest { Query = Hidden.Number }),
        Listed(new V1.SearchRequest { Query = Hidden.Number, PageSize = 100 }),
        Listed(new V1.ListUnassignedPartiesRequest { PageSize = 500 }),
    ];

    private IEnumerable<Ask> OfWhatIsPublic() =>
    [
        Public(new V1.GetPlanRequest { Name = Published.Name }, Published.Name),
        Public(new V1.ListPlansRequest { Query = Published.Number }, Published.Name),
        Public(new V1.GetAmendmentRequest { Name = Amendment.Name }, Amendment.Name),
        Public(new V1.ListAmendmentsRequest { Plan = Published.Name }, Amendment.Name),
        Public(new V1.GetMatterRequest { Name = Matter.Name }, Matter.Name),
        Public(new V1.ListMattersRequest { Plan = Raising.PlanOf(Matter) }, Matter.Name),
        Public(new V1.GetTaskWorkRequest { Task = Work.Task }, Work.Task),
        Ask.Anything(new V1.DownloadEvidenceRequest { Name = Work.Evidence[0].Name }),
        Public(new V1.ListOwnersRequest { Plan = Published.Name }, Work.Task),
    ];

    private IEnumerable<Ask> OfDocuments() =>
    [
        Public(new V1.GetDocumentRequest { Name = Document.Name }, Document.Name),
        Public(new V1.ListDocumentsRequest { Query = Document.Number }, Document.Name),
        Public(new V1.ListAncestorsRequest { Name = Document.Name }, Above.Name),
        Public(new V1.ListDescendantsRequest { Name = Above.Name }, Document.Name),
        Public(new V1.FindPathRequest { From = Document.Name, To = Above.Name }, Above.Name),
        Ask.Anything(new V1.ListAffectedPlansRequest { Name = Above.Name }),
        Ask.Anything(new V1.ListInvalidBasesRequest()),
        Ask.Anything(new V1.GetCoverageRequest { Name = Published.Name, Text = "các sở, ban, ngành" }),
    ];

    private IEnumerable<Ask> OfTheDirectory() =>
    [
        Ask.Anything(new V1.GetUnitRequest { Name = "own:sl" }),
        Ask.Anything(new V1.ListUnitsRequest()),
        Ask.Anything(new V1.GetAgencyRequest { Name = Province.Health }),
        Ask.Anything(new V1.ListAgenciesRequest()),
        Ask.Anything(new V1.ResolvePartyRequest { Text = "Sở Y tế", Issuer = Province.Committee }),
        Public(new V1.GetSuccessionRequest { Name = Succession.Name }, Succession.Name),
        Public(new V1.ListSuccessionsRequest(), Succession.Name),
    ];
}

/// <summary>What the department of health has taken in, and nobody else sees.</summary>
internal static class TakingInUnseen
{
    /// <summary>A plan below the other, with a number, a document above it and words that no other plan has.</summary>
    public static async Task<V1.Plan> TakesIn(this Registry registry, V1.Plan above)
    {
        var text = PlanPair.Below(above.Number.Split('/')[0]).Replace("42-NQ/TW", Graph.NewNumber(), StringComparison.Ordinal);
        var plans = new V1.PlanService.PlanServiceClient(registry.Of(Province.Health, Role.Registrar));
        return await plans.ConfirmReadingAsync(new() { Name = (await plans.TakesIn(text)).Name });
    }

    /// <summary>A plan that everybody sees, below one of a number that the register does not have.</summary>
    public static Task<V1.Plan> PublishesBelow(this Registry registry, string number) => registry.Published(PlanPair.Below(number));

    /// <summary>The plan of that number.</summary>
    public static async Task<V1.Plan> TakesInTheOneAbove(this Registry registry, string number) =>
        await new V1.PlanService.PlanServiceClient(registry.Of(Province.Health, Role.Registrar)).TakesIn(SamplePlan.Text(number));
}
