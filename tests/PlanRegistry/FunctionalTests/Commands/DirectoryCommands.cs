using Google.Protobuf.WellKnownTypes;
using SocialPolicy.Harness.Calls;
using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Documents;
using SocialPolicy.PlanRegistry.FunctionalTests.Owners;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.FunctionalTests.Successions;
using static SocialPolicy.PlanRegistry.FunctionalTests.Documents.Graph;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Commands;

/// <summary>The commands about the directory, what becomes of its units, whom names mean, and the graph of documents.</summary>
internal static class DirectoryCommands
{
    public static readonly IReadOnlyDictionary<string, Preparation> All = new Dictionary<string, Preparation>
    {
        ["ImportDirectory"] = _ => Task.FromResult(new PreparedCommand(
        [
            new V1.ImportDirectoryRequest { Options = new() },
            new V1.ImportDirectoryRequest { Rows = new() { Units = { Sending.Province(Sending.NewCode()) } } },
        ])),
        ["RecordSuccession"] = async registry =>
        {
            var (old, heir) = (Sending.NewCode(), Sending.NewCode());
            await registry.Directory.Import([Sending.Province(old, $"tỉnh {old}"), Sending.Province(heir, $"tỉnh {heir}")]);
            return new(Recording.Of(V1.Succession.Types.Subject.Units, V1.Succession.Types.Kind.Merge, [old], new V1.Succession.Types.Heir { Name = heir }));
        },
        ["AssignParties"] = async registry =>
        {
            var via = new V1.AssignPartiesRequest.Types.Assignment
            {
                Duty = (await registry.PublishedPlan()).ReportingDuties[0].Name, Role = V1.PartyRole.Via, Agency = Province.HomeAffairs,
            };
            return new(new V1.AssignPartiesRequest { Assignments = { via }, Reason = "Đề án 1" });
        },
        ["RegisterDocument"] = async registry =>
            new(new V1.RegisterDocumentRequest { Document = Central(NewNumber()), Relations = { Of(await registry.New()), Of(Central(NewNumber())) } }),
        ["UpdateDocument"] = async registry =>
        {
            var seen = await registry.New();
            await Retitle(registry, seen, "Một");
            return new(Titled(seen, "Hai"), seen.Etag);
        },
        ["MergeDocuments"] = async registry =>
        {
            var citing = await registry.Register(Central(NewNumber()), Of(Central(NewNumber())));
            var seen = await registry.Find(citing.Relations[0].Document);
            await Retitle(registry, seen, "Một");
            return new(new V1.MergeDocumentsRequest { Name = seen.Name, Into = (await registry.New()).Name }, seen.Etag);
        },
        ["EndRelation"] = async registry => new(new V1.EndRelationRequest { Name = (await registry.New(await registry.New())).Relations[0].Name }),
    };

    private static async Task Retitle(Registry registry, V1.Document document, string title) =>
        await registry.Documents.UpdateDocumentAsync(Titled(document, title));

    private static V1.UpdateDocumentRequest Titled(V1.Document document, string title) =>
        new() { Document = new() { Name = document.Name, Title = title }, UpdateMask = new FieldMask { Paths = { "title" } } };
}
