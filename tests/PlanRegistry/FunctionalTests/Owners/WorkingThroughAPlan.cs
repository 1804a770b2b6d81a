using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

/// <summary>An officer's way with a real plan: look at suggestions, fill in the workbook in an office program, send it back, see what is left.</summary>
public sealed class WorkingThroughAPlan(Registry registry) : IClassFixture<Registry>
{
    [FactWithAnOfficeProgram]
    public async Task Leads_from_suggestions_through_the_workbook_to_nothing_unowned()
    {
        await registry.ProvinceDirectory();
        var plan = await registry.Import(Google.Protobuf.ByteString.CopyFrom(await File.ReadAllBytesAsync(Samples.Plan("son-la"))));
        await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name });
        await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });
        using var folder = TestFolder.Create();

        var suggested = (await registry.Owners.SuggestOwnersAsync(new() { Plan = plan.Name })).Items;
        var (_, exported) = await registry.Export(plan);
        var filled = OwnerFiles.With(exported, [.. OwnerFiles.Rows(exported).Select(row => ($"I{row}", Province.HomeAffairs))]);
        var saved = await OfficeProgram.SaveAnew(filled, folder.Path);
        var taken = await registry.Return(saved, new() { Plan = plan.Name });

        suggested.Count(one => one.Suggestions.Count > 0).ShouldBeGreaterThan(suggested.Count / 3);
        taken.Errors.ShouldBeEmpty();
        taken.AssignedCount.ShouldBeGreaterThan(40);
        (await registry.Owners.ListUnownedAsync(new() { Plan = plan.Name })).Items.ShouldBeEmpty();
        (await registry.Return(saved, new() { Plan = plan.Name })).AssignedCount.ShouldBe(0);
    }
}
