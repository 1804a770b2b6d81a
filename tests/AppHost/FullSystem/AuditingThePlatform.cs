using System.Text.Json;
using Dapper;
using SocialPolicy.Harness;

namespace SocialPolicy.AppHost.Tests.FullSystem;

/// <summary>What auditors do, by the command line, in a whole installation.</summary>
[Collection(Platform.OneAtATime)]
public sealed class AuditingThePlatform(Platform platform) : IClassFixture<Platform>
{
    private static readonly string[] Services = ["planregistry", "indicators", "reporting", "notifications"];

    [Fact]
    public async Task Finds_who_published_what_and_whatever_is_changed_afterwards()
    {
        var plan = await platform.Clients.Plans.Publish(await platform.Clients.Plans.Confirmed());

        var found = await Json("audit", "list", "--method", "PublishPlan", "--resource", plan.Name, "--json");
        var entry = found.GetProperty("planregistry").EnumerateArray().ShouldHaveSingleItem();
        entry.GetProperty("subject").GetString().ShouldBe("spp");
        entry.GetProperty("outcome").GetString().ShouldBe("DONE");
        entry.GetProperty("traceId").GetString()!.Length.ShouldBe(32);
        entry.GetProperty("digestOf").GetString().ShouldBe("row");
        entry.GetProperty("versionAfter").GetString().ShouldBe(plan.Etag);
        await Eventually.Holds(async () => (await Json("audit", "verify", "--json")).GetProperty("planregistry")[0].GetProperty("head").GetProperty("segment").GetString() != "0");
        var whole = await platform.Spp("audit", "verify");
        whole.ExitCode.ShouldBe(0, whole.ToString());

        var heads = (await platform.Spp("audit", "heads")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        heads.ShouldContain(head => head.StartsWith("planregistry:", StringComparison.Ordinal));
        var folder = Path.Combine(platform.Data, "exported");
        (await platform.Spp("audit", "export", folder)).ExitCode.ShouldBe(0);
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).ShouldBe(Services.Select(service => $"{service}.audit.jsonl"), ignoreOrder: true);

        await using (var owner = platform.Database("planregistry"))
            await owner.ExecuteAsync("set session_replication_role = replica; update ground.audit_log set subject = 'someone-else' where method like '%/PublishPlan'");

        var changed = await platform.Spp(["audit", "verify", .. heads.SelectMany(head => new[] { "--head", head })]);
        changed.ExitCode.ShouldBe(1, changed.ToString());
        changed.Output.ShouldContain($"planregistry: RowEdited {entry.GetProperty("name").GetString()}");
        (await platform.Spp("audit", "verify", "--service", "reporting")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Has_a_key_for_each_service_that_its_owner_alone_may_read()
    {
        foreach (var service in Services)
            File.GetUnixFileMode(Path.Combine(platform.Data, "secrets", $"{service}-audit-keys")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Is_not_for_viewers()
    {
        var refused = await platform.SppAs(SandboxClient.Find(platform, "demo-viewer").Environment, "audit", "list");

        refused.ExitCode.ShouldBe(4, refused.ToString());
        (await platform.SppAs(SandboxClient.Find(platform, "demo-auditor").Environment, "audit", "verify")).ExitCode.ShouldBe(0);
    }

    private async Task<JsonElement> Json(params string[] command)
    {
        var answer = await platform.Spp(command);
        answer.ExitCode.ShouldBe(0, answer.ToString());
        return JsonSerializer.Deserialize<JsonElement>(answer.Output);
    }
}
