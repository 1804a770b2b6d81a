using Google.Protobuf;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Kind = SocialPolicy.PlanRegistry.V1.RelationKind;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Documents;

/// <summary>The five sample plans as an officer takes them in, and what the graph makes of them.</summary>
public sealed class TheGraphOfTheSamples(Registry registry) : IClassFixture<Registry>
{
    private static readonly string[] UnderTheResolution = ["huong-tra", "phung-hiep", "son-la", "van-ninh"];

    [Fact]
    public async Task Has_each_document_once_however_many_plans_cite_it()
    {
        var plans = await Published();

        var resolution = (await registry.Called("42-NQ/TW")).Where(document => document.Number == "42-NQ/TW").ShouldHaveSingleItem();
        resolution.IssuedOn.ShouldBe(Graph.On(2023, 11, 24));
        var below = await registry.Documents.ListDescendantsAsync(new() { Name = resolution.Name });
        below.Documents.Select(found => found.Document.Plan).ShouldBe(UnderTheResolution.Select(name => plans[name].Name), ignoreOrder: true);
        below.Documents.ShouldAllBe(found => found.Depth == 1 && found.Kind == Kind.Implements && found.Standing.InForce);
        (await registry.Find((await registry.Called("28-NQ/TW")).ShouldHaveSingleItem().Name)).CitedByCount.ShouldBe(4);
        (await registry.Called("Đảng bộ tỉnh lần thứ")).ShouldHaveSingleItem().Issuer.ShouldBe("Đảng bộ tỉnh Khánh Hòa");
        (await registry.Called("Đảng bộ huyện lần thứ")).ShouldHaveSingleItem().Issuer.ShouldBe("Đảng bộ huyện Vạn Ninh");
        (await registry.Documents.ListDocumentsAsync(new() { OnlyAmbiguous = true })).Documents.ShouldBeEmpty();

        await ResolvesTheBasesOfADistrictPlan(plans["van-ninh"], resolution);
        await TellsWhatAChangeTouches(plans, resolution);
    }

    // The province's plan arrives after the district's that cites it.
    private async Task ResolvesTheBasesOfADistrictPlan(V1.Plan vanNinh, V1.Document resolution)
    {
        var stub = (await registry.Called("8839/KH-UBND")).ShouldHaveSingleItem();
        (stub.Stub, stub.Province).ShouldBe((true, "Khánh Hòa"));

        var province = await registry.Register(
            new() { Number = "8839/KH-UBND", Title = "Kế hoạch thực hiện Nghị quyết số 42-NQ/TW", Issuer = "UBND tỉnh Khánh Hòa", Province = "tỉnh Khánh Hòa", IssuedOn = Graph.On(2024, 8, 9) },
            Graph.Of(new V1.Document { Number = "42-NQ/TW" }));

        (province.Name, province.Stub, province.Relations[0].Document).ShouldBe((stub.Name, false, resolution.Name));
        var path = await registry.Documents.FindPathAsync(new() { From = vanNinh.Name, To = province.Name });
        path.Steps.ShouldHaveSingleItem().Kind.ShouldBe(Kind.Implements);
    }

    private async Task TellsWhatAChangeTouches(IReadOnlyDictionary<string, V1.Plan> plans, V1.Document resolution)
    {
        await registry.Register(Graph.Central("99-NQ/TW", Graph.On(2026, 6, 1)), Graph.Of(resolution, Kind.Replaces));

        var touched = await registry.Documents.ListAffectedPlansAsync(new() { Name = resolution.Name });
        var invalid = await registry.Documents.ListInvalidBasesAsync(new() { OnlyPlans = true });

        touched.TargetCount.ShouldBe(UnderTheResolution.Sum(name => plans[name].Summary.TargetCount));
        invalid.Bases.Select(basis => (basis.Document.Plan, basis.Basis.Name)).ShouldBe(UnderTheResolution.Select(name => (plans[name].Name, resolution.Name)), ignoreOrder: true);
    }

    private async Task<IReadOnlyDictionary<string, V1.Plan>> Published()
    {
        var plans = new Dictionary<string, V1.Plan>();
        foreach (var file in System.IO.Directory.GetFiles(ImportingTheSamples.Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var plan = await registry.Import(ByteString.CopyFrom(await File.ReadAllBytesAsync(file)));
            await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name });
            plans[Path.GetFileNameWithoutExtension(file)] = await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });
        }

        return plans;
    }
}
