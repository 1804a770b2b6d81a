using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

public sealed class ProbingHealth
{
    private readonly HttpClient client = new();

    [Fact]
    public async Task Answers_with_the_name_of_each_check()
    {
        await using var service = await TestService.Start();

        var (code, answer) = await Probe(service, "/health");

        code.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("state").GetString().ShouldBe("Healthy");
        answer.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString())
            .ShouldBe(["not-stopping", "self"]);
    }

    [Fact]
    public async Task Finds_a_service_unhealthy_yet_alive_while_a_dependency_is_missing()
    {
        await using var service = await TestService.Start(with: builder => builder.Services.AddHealthChecks()
            .AddCheck("storage", () => HealthCheckResult.Unhealthy("The database does not answer.")));

        var (health, answer) = await Probe(service, "/health");
        var (alive, _) = await Probe(service, "/alive");

        health.ShouldBe(HttpStatusCode.ServiceUnavailable);
        alive.ShouldBe(HttpStatusCode.OK);
        var storage = answer.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() is "storage");
        storage.GetProperty("state").GetString().ShouldBe("Unhealthy");
        storage.GetProperty("description").GetString().ShouldBe("The database does not answer.");
    }

    [Fact]
    public async Task Shows_of_an_exception_its_type_and_not_its_message()
    {
        await using var service = await TestService.Start(with: builder => builder.Services.AddHealthChecks()
            .AddCheck("storage", () => throw new InvalidOperationException("password=hush")));

        var (_, answer) = await Probe(service, "/health");

        answer.GetRawText().ShouldContain("InvalidOperationException");
        answer.GetRawText().ShouldNotContain("hush");
    }

    [Fact]
    public async Task Finds_a_service_unhealthy_as_soon_as_it_is_told_to_stop()
    {
        await using var service = await TestService.Start();
        (await Probe(service, "/health")).Code.ShouldBe(HttpStatusCode.OK);

        service.App.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (await Probe(service, "/health")).Code.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Probe(service, "/alive")).Code.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Works_on_the_health_port_alone_and_nothing_else_does_there()
    {
        await using var service = await TestService.Start(map: app => app.MapGet("/token", () => Results.Ok()));

        (await client.GetAsync(new Uri(service.Health, "/alive"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in (string[])["/alive", "/alive/", "/ALIVE/", "/health/"])
            (await client.GetAsync(new Uri(service.Http, path))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await client.GetAsync(new Uri(service.Health, "/alive/"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri(service.Http, "/token"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(new Uri(service.Health, "/token"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Is_not_fooled_by_a_host_header_that_names_the_health_port()
    {
        await using var service = await TestService.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Http, "/health"));
        request.Headers.Host = service.Health.Authority;

        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Speaks_http1_beside_a_port_that_speaks_http2_alone()
    {
        await using var service = await TestService.Start(HttpProtocols.Http2, map: app => app.MapGet("/version", (HttpContext context) => context.Request.Protocol));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Http, "/version"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var version = await client.SendAsync(request);

        (await version.Content.ReadAsStringAsync()).ShouldBe("HTTP/2");
        (await Probe(service, "/health")).Code.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("HTTP_PORT", "eighty")]
    [InlineData("HEALTH_PORT", "70000")]
    [InlineData("LISTEN_ADDRESS", "localhost:1")]
    public async Task Is_never_reached_when_the_environment_makes_no_sense(string variable, string value)
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => TestService.Start(settings: new Dictionary<string, string?> { [variable] = value }));

        failure.Message.ShouldContain(variable);
    }

    private async Task<(HttpStatusCode Code, JsonElement Answer)> Probe(TestService service, string path)
    {
        using var response = await client.GetAsync(new Uri(service.Health, path));
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/json");
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
