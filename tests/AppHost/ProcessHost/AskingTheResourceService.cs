using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.Running;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class AskingTheResourceService : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Needs_the_key()
    {
        await using var host = new TestHost(folder["data"]);
        await host.Start();
        using var http = new HttpClient { BaseAddress = new Uri(host.Board.ResourceService!) };

        (await http.GetAsync("/resources")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        http.DefaultRequestHeaders.Add("x-api-key", "another");
        (await http.GetAsync("/resources")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Shows_resources_and_their_log_and_obeys_commands()
    {
        await using var host = new TestHost(folder["data"]);
        host.AddProbe("probe");
        await host.Start();
        var before = await host.Healthy("probe");
        using var http = await Client(host);

        var shown = await http.GetFromJsonAsync<JsonElement>("/resources");
        shown.GetProperty("resources")[0].GetProperty("pid").GetInt32().ShouldBe(before.Pid!.Value);
        (await http.GetStringAsync("/resources/probe/log?tail=50")).ShouldContain("Now listening on");
        (await http.GetAsync("/resources/nobody/log")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await http.PostAsync("/resources/probe/commands/stop", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        host["probe"].State.ShouldBe(States.Exited);
        TestHost.IsAlive(before.Pid).ShouldBeFalse();
        (await http.PostAsync("/resources/probe/commands/start", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var started = await host.Healthy("probe");
        (await http.PostAsync("/resources/probe/commands/restart", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await host.Until("probe", probe => probe.IsHealthy && probe.Pid != started.Pid)).Restarts.ShouldBe(0);
        (await http.PostAsync("/resources/probe/commands/dance", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sends_each_change_to_a_watcher()
    {
        await using var host = new TestHost(folder["data"]);
        host.AddProbe("probe");
        await host.Start();
        await host.Healthy("probe");
        using var http = await Client(host);
        using var watcher = new StreamReader(await http.GetStreamAsync("/resources/watch"));
        (await watcher.ReadLineAsync())!.ShouldContain("\"state\":\"running\"");

        await host.End("probe", 1);

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var seen = "";
        while (!seen.Contains("\"restarts\":1", StringComparison.Ordinal))
            seen = (await watcher.ReadLineAsync(deadline.Token)).ShouldNotBeNull();
    }

    private async Task<HttpClient> Client(TestHost host)
    {
        var http = new HttpClient { BaseAddress = new Uri(host.Board.ResourceService!) };
        http.DefaultRequestHeaders.Add("x-api-key", await File.ReadAllTextAsync(folder["data/secrets/resource-service-key"]));
        return http;
    }
}
