using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using SocialPolicy.AppHost.Tests.FullSystem;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.Story;

/// <summary>From the text of five plans to delivered reminders, through four services.</summary>
[Collection(StoryPlatform.InTurn)]
public sealed partial class TellingTheStory(StoryPlatform platform) : IClassFixture<StoryPlatform>
{
    [Fact]
    public async Task Ends_in_the_same_table_however_often_it_is_told()
    {
        var first = await ToldStory.Of(platform, Documents.Samples);
        ExpectedStory.HasBeenTold(first);
        first.Lines[ToldStory.LinesUntilItIsSwept - 1].ShouldContain("sweep while off");
        await ExpectedStory.HasItsEffectsOnce(platform, first);

        var again = await ToldStory.Of(platform, Documents.Samples);
        again.ExitCode.ShouldBe(0, again.ToString());
        again.Table.ShouldBe(ExpectedStory.Table, again.ToString());
        var ledger = await ExpectedStory.HasItsEffectsOnce(platform, first);
        ledger.Arrived.Values.ShouldAllBe(mails => mails == 1);
    }

    [Fact]
    public async Task Leaves_one_trace_from_the_call_to_the_databases_of_all_services()
    {
        (await platform.Spp("directory", "import", Repository.At("samples/directory"), "--if-empty")).ExitCode.ShouldBe(0);
        await Eventually.Holds(async () => await Agencies("notifications") == await Agencies("planregistry") && await Agencies("reporting") == await Agencies("planregistry"));
        var plan = await platform.Clients.Plans.Confirmed();
        var trace = Guid.CreateVersion7().ToString("N");
        var headers = new Grpc.Core.Metadata { { "traceparent", $"00-{trace}-00f067aa0ba902b7-01" } };

        await platform.Clients.Plans.PublishPlanAsync(new() { Name = plan.Name, RequestId = Documents.NewRequest() }, headers, Clients.In(30));

        // The call and its SQL, both announcements on their way, and the SQL of everybody they reach.
        string[] expected =
        [
            "socialpolicy.planregistry.v1.PlanService/PublishPlan of planregistry", "SQL of planregistry", "relay planregistry.PlanPublished of planregistry", "SQL of indicators", "SQL of reporting",
            "relay reporting.ObligationsIssued of reporting", "SQL of notifications",
        ];
        using var dashboard = await platform.Dashboard();
        IReadOnlySet<string> spans = new HashSet<string>();
        try
        {
            await Eventually.Holds(async () => (spans = await Spans(dashboard, trace)).IsSupersetOf(expected));
        }
        catch (TimeoutException)
        {
            expected.ShouldBeSubsetOf(spans);
        }
    }

    private async Task<long> Agencies(string service)
    {
        await using var database = platform.Database(service);
        return await database.ExecuteScalarAsync<long>(service == "planregistry" ? "select count(*) from agencies" : "select count(*) from directory_agencies");
    }

    // "name of service", SQL by where it comes from.
    private static async Task<IReadOnlySet<string>> Spans(HttpClient dashboard, string trace)
    {
        using var answer = await dashboard.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/traces/{trace}"));
        if (!answer.IsSuccessStatusCode)
            return new HashSet<string>();
        return Row().Matches(await answer.Content.ReadAsStringAsync())
            .Select(row => (row.ValueSpan.Contains("Npgsql", StringComparison.Ordinal) ? "SQL" : row.Groups["name"].Value) + $" of {row.Groups["service"].Value}")
            .ToHashSet();
    }

    [GeneratedRegex("""<tr id="span-.*?<summary>\s*(?<name>.*?)\s*<span class="kind">.*?</details>\s*</th>\s*<td>(?<service>.*?)</td>""", RegexOptions.Singleline, 10_000)]
    private static partial Regex Row();
}
