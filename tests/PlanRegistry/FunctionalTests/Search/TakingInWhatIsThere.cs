using SocialPolicy.PlanRegistry.FunctionalTests.Directory;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Search;

/// <summary>A register that was there before search was: the migration finds in it what the triggers would have kept.</summary>
public sealed class TakingInWhatIsThere(Registry registry) : IClassFixture<Registry>
{
    private const string Entries = "select coalesce(string_agg(concat_ws('|', kind, id, plan_id, head, body, number, words), E'\\n' order by kind, id), '') from search_entries";

    // Both plans rest on the same resolution.
    private const int Documents = 1;
    private const int DirectoryEntries = 2;

    [Fact]
    public async Task Finds_what_would_have_been_kept()
    {
        var plan = await registry.ImportPublished();
        registry.Clock.Advance(TimeSpan.FromSeconds(1));
        var corrected = await registry.Import(SamplePlan.Text());
        var corrections = new V1.ConfirmReadingRequest { Name = corrected.Name };
        corrections.ItemCorrections.Add(new V1.ItemCorrection { Target = new() { Name = corrected.Targets[0].Name, Population = "thanh niên" }, UpdateMask = new() { Paths = { "population" } } });
        corrections.ItemCorrections.Add(new V1.ItemCorrection { Target = new() { Name = corrected.Targets[1].Name }, Drop = true });
        corrections.ItemCorrections.Add(new V1.ItemCorrection { Task = new() { Name = corrected.Tasks[0].Name, Heading = "Truyền thông" }, UpdateMask = new() { Paths = { "heading" } } });
        await registry.Registrar.ConfirmReadingAsync(corrections);
        var unit = Sending.NewCode();
        await registry.Directory.Import([Sending.Province(unit)], [Sending.Agency(Sending.NewCode(), unit, "Sở Y tế")]);
        var kept = await registry.Ask<string>(Entries);

        await registry.Do($"delete from search_entries; {Backfill()}");

        (await registry.Ask<string>(Entries)).ShouldBe(kept);
        (await registry.Ask<long>("select count(*) from search_entries")).ShouldBe(
            2 + plan.Targets.Count + plan.Tasks.Count + corrected.Targets.Count - 1 + corrected.Tasks.Count + Documents + DirectoryEntries);
    }

    private static string Backfill()
    {
        var assembly = typeof(PlanService).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith("0010_search.sql", StringComparison.Ordinal)))!);
        return reader.ReadToEnd().Split("-- What is there already.")[1];
    }
}
