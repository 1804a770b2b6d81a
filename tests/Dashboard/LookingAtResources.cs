using System.Net;
using SocialPolicy.Dashboard.FunctionalTests.Setting;

namespace SocialPolicy.Dashboard.FunctionalTests;

public sealed class LookingAtResources : WithADashboard
{
    [Fact]
    public async Task Shows_each_with_its_children_below_it()
    {
        Dashboard.Host.Show(Resource("planregistry-db", parent: "postgres"), Resource("rabbitmq"), Resource("postgres"));

        var page = await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 3);

        page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).ShouldBe(["rabbitmq", "postgres", "planregistry-db"]);
        page.QuerySelector("#resource-planregistry-db th")!.ClassName.ShouldBe("depth-1");
    }

    [Fact]
    public async Task Says_state_and_health_in_words_and_shapes()
    {
        Dashboard.Host.Show(
            Resource("postgres"),
            Resource("migrate", state: "Finished", health: null, exitCode: 0),
            Resource("planregistry", state: "Waiting", health: null, waitingFor: ["migrate"]),
            Resource("indicators", state: "FailedToStart", health: "Unhealthy", restarts: 4, error: "port 5001 is in use"));

        var page = await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 4);

        Row("postgres").ShouldContain("Running");
        Row("migrate").ShouldContain("Finished");
        Row("migrate").ShouldContain("exit code 0");
        Row("planregistry").ShouldContain("for migrate");
        Row("indicators").ShouldContain("Failed to start");
        Row("indicators").ShouldContain("port 5001 is in use");
        page.QuerySelector("#resource-indicators svg.bad").ShouldNotBeNull();
        page.QuerySelector("#resource-planregistry svg.busy").ShouldNotBeNull();
        page.QuerySelector("#resource-migrate svg.good").ShouldNotBeNull();
        page.QuerySelector("[data-part=summary]")!.TextContent.ShouldBe("2 of 4 are well; look at planregistry, indicators.");

        string Row(string name) => page.QuerySelector($"#resource-{name}")!.TextContent;
    }

    [Fact]
    public async Task Escapes_whatever_a_process_says()
    {
        const string Attack = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        Dashboard.Host.Show(Resource("planregistry", error: Attack, type: Attack));

        var page = await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 1);

        page.QuerySelector("tbody .problem")!.TextContent.ShouldBe(Attack);
        page.QuerySelectorAll("tbody script, tbody img").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1:5001", true)]
    [InlineData("https://localhost:5001", true)]
    [InlineData("amqp://127.0.0.1:5672", false)]
    [InlineData("javascript:alert(1)", false)]
    public async Task Links_an_endpoint_only_where_a_browser_may_follow(string url, bool isLinked)
    {
        Dashboard.Host.Show(Resource("planregistry", url: url));

        var page = await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 1);

        (page.QuerySelector(".endpoints a") is not null).ShouldBe(isLinked);
    }

    [Fact]
    public async Task Is_told_of_every_change()
    {
        Dashboard.Host.Show(Resource("planregistry"));
        await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 1);
        using var events = await Events.Open(Dashboard.Http, "/changes");
        (await events.Next()).EventType.ShouldBe("hello");

        Dashboard.Host.Show(Resource("planregistry", health: "Unhealthy"));

        (await events.Next()).EventType.ShouldBe("resources");
        (await Dashboard.Page("/")).QuerySelector("#resource-planregistry")!.TextContent.ShouldContain("Unhealthy");
    }

    [Fact]
    public async Task Says_that_the_host_is_gone_and_keeps_what_was_known()
    {
        Dashboard.Host.Show(Resource("planregistry"));
        await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 1);

        await Dashboard.Host.DisposeAsync();

        var page = await Dashboard.Page("/", page => page.QuerySelector("[role=alert]") is not null);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("does not answer");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("/resources/nothing")]
    [InlineData("/resources/nothing/log")]
    [InlineData("/traces/0123456789abcdef0123456789abcdef")]
    [InlineData("/traces/not-a-trace")]
    [InlineData("/nowhere")]
    public async Task Finds_nothing_where_nothing_is(string path)
    {
        using var answer = await Dashboard.Http.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Lets_nothing_run_but_its_own_script()
    {
        using var answer = await Dashboard.Http.GetAsync(new Uri("/", UriKind.Relative));
        var page = await Dashboard.Page("/");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'; script-src 'self'");
        policy.ShouldNotContain("unsafe");
        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.Scripts.Select(script => script.Source!).ShouldAllBe(source => source.StartsWith("/assets/"));
    }

    [Fact]
    public async Task Gets_its_styles_and_script_for_good()
    {
        var page = await Dashboard.Page("/");
        foreach (var asset in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(link => link.GetAttribute("href")!)
            .Append(page.Scripts.Single().Source!))
        {
            using var answer = await Dashboard.Http.GetAsync(new Uri(asset, UriKind.Relative));

            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }

    [Fact]
    public async Task Is_refused_under_a_foreign_host_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = "evil.example";

        using var answer = await Dashboard.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
