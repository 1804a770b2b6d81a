using System.Text.Json;
using Google.Protobuf;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Plans;

public sealed class ImportingTheSamples(Registry registry) : IClassFixture<Registry>
{
    internal static readonly string Folder = Path.Combine(Root(), "samples", "plans");

    public static TheoryData<string> Names() => [.. System.IO.Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Fact]
    public void Finds_all_five() => Names().Count.ShouldBe(5);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Goes_from_the_file_to_the_announcement(string name)
    {
        var plan = await registry.Import(ByteString.CopyFrom(await File.ReadAllBytesAsync(Path.Combine(Folder, $"{name}.txt"))));
        await registry.Registrar.ConfirmReadingAsync(new() { Name = plan.Name, Etag = plan.Etag });
        await registry.Registrar.PublishPlanAsync(new() { Name = plan.Name });

        (await registry.Announcements(plan.Name)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Keeps_what_the_gold_file_says_stands_in_it(string name)
    {
        using var gold = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder, "gold", $"{name}.gold.json")));

        var plan = await registry.Import(ByteString.CopyFrom(await File.ReadAllBytesAsync(Path.Combine(Folder, $"{name}.txt"))));

        plan.Number.ShouldBe(gold.RootElement.GetProperty("number").GetString() ?? "");
        plan.Targets.Count.ShouldBeGreaterThan(gold.RootElement.GetProperty("targets").GetArrayLength() * 7 / 10);
        plan.ReportingDuties.Where(duty => duty.Deadline is not null).Select(duty => (duty.Deadline.Day, duty.Deadline.Month)).Order()
            .ShouldBe(DeadlinesOf(gold).Order());
        plan.Summary.DatedDutyCount.ShouldBe(DeadlinesOf(gold).Count());
        var isOver = gold.RootElement.GetProperty("period").GetProperty("to").GetInt32() < registry.Clock.GetUtcNow().Year;
        (plan.Summary.NextDeadline is not null).ShouldBe(DeadlinesOf(gold).Any() && !isOver);
    }

    private static IEnumerable<(int Day, int Month)> DeadlinesOf(JsonDocument gold) =>
        from duty in gold.RootElement.GetProperty("reporting_duties").EnumerateArray()
        let deadline = duty.GetProperty("deadline")
        where deadline.ValueKind is JsonValueKind.Object
        select (deadline.GetProperty("day").GetInt32(), deadline.GetProperty("month").GetInt32());

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SocialPolicyPlatform.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }
}
