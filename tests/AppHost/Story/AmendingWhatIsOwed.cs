using System.Globalization;
using System.Text.Json;
using Dapper;
using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.V1;
using SocialPolicy.Types.V1;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>An amendment reaches what is measured, what is owed and who is reminded, through four services.</summary>
[Collection(StoryPlatform.InTurn)]
public sealed class AmendingWhatIsOwed(StoryPlatform platform) : IClassFixture<StoryPlatform>
{
    [Fact]
    public async Task Moves_targets_obligations_and_reminders_in_flight()
    {
        (await platform.Spp("directory", "import", Repository.At("samples/directory"), "--if-empty")).ExitCode.ShouldBe(0);
        var plan = await platform.Clients.Plans.Publish(await platform.Clients.Plans.Confirmed());
        var duty = plan.ReportingDuties.First(duty => duty.Deadline is { Month: 11, Year: 0 });
        var target = plan.Targets.First(target => target.Threshold is { Comparator: Comparator.AtLeast or Comparator.MoreThan, Value: "95" or "90" or "98" });
        var owed = await Waiting(duty, "due < '2024-12-01'");
        owed.ShouldBeGreaterThan(0);

        var said = await platform.Spp(
            "amendment", "record", plan.Name, "--from", StoryPlatform.Day, "--number", "12/QĐ-UBND", "--issued-on", StoryPlatform.Day,
            "--set", $"{Within(plan, duty.Name)}.deadline=0000-12-20", "--set", $"{Within(plan, target.Name)}.threshold.value=99", "--json");

        said.ExitCode.ShouldBe(0, said.ToString());
        using var amendment = JsonDocument.Parse(said.Output);
        amendment.RootElement.GetProperty("state").GetString().ShouldBe("STATE_IN_EFFECT");
        await Eventually.Holds(async () => (await InForce.MeasuredFor(plan.Name, platform.Clients.Targets)).Any(known => target.Name.EndsWith(known.Id, StringComparison.Ordinal) && known.Threshold.Value == "99"));
        await Eventually.Holds(async () => await Waiting(duty, "due = '2024-12-19'") == owed);
        await Eventually.Holds(async () => await Reminded(plan, "2024-12-19") == owed);
        (await Waiting(duty, "due < '2024-12-19'")).ShouldBe(0);

        var before = await platform.Spp("plan", "show", plan.Name, "--on", "2024-11-17", "--json");
        before.Output.ShouldContain($"\"value\": \"{target.Threshold.Value}\"");
        Plan.Parser.ParseJson(before.Output).Targets.ShouldBe(plan.Targets);
    }

    private async Task<long> Waiting(ReportingDuty duty, string which)
    {
        var id = Guid.Parse(duty.Name.Split('/')[^1]);
        var found = 0L;
        await Eventually.Holds(async () =>
        {
            await using var database = platform.Database("reporting");
            found = await database.ExecuteScalarAsync<long>(string.Create(CultureInfo.InvariantCulture, $"select count(*) from obligations where duty_id = '{id}' and state = 'owed' and {which}"));
            return found > 0 || which.Contains("2024-12-19", StringComparison.Ordinal);
        });
        return found;
    }

    private async Task<long> Reminded(Plan plan, string day)
    {
        await using var database = platform.Database("notifications");
        return await database.ExecuteScalarAsync<long>(
            "select count(*) from owed where plan_id = @plan and due = @day::date", new { plan = Guid.Parse(plan.Name.Split('/')[^1]), day });
    }

    private static string Within(Plan plan, string item) => item[(plan.Name.Length + 1)..];
}
