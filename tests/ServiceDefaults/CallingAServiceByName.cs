using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

public sealed class CallingAServiceByName
{
    [Fact]
    public async Task Takes_its_replicas_in_turn()
    {
        await using var first = await Replica("first");
        await using var second = await Replica("second");
        await using var caller = await Caller(first.Http, second.Http);

        var answers = await Ask(caller, times: 10);

        answers.Count(answer => answer is "first").ShouldBe(5);
        answers.Count(answer => answer is "second").ShouldBe(5);
    }

    [Fact]
    public async Task Passes_over_a_replica_that_is_down()
    {
        await using var up = await Replica("up");
        await using var caller = await Caller(NobodyThere(), up.Http);

        (await Ask(caller, times: 6)).ShouldAllBe(answer => answer == "up");
    }

    [Fact]
    public async Task Sends_the_body_whole_to_the_replica_that_is_there()
    {
        await using var up = await TestService.Start(map: app => app.MapPost("/echo", async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync()));
        await using var caller = await Caller(NobodyThere(), up.Http);
        var client = caller.App.Services.GetRequiredService<IHttpClientFactory>().CreateClient();

        for (var call = 0; call < 4; call++)
        {
            using var response = await client.PostAsync(new Uri("http://planregistry/echo"), new StringContent($"body {call}"));
            (await response.Content.ReadAsStringAsync()).ShouldBe($"body {call}");
        }
    }

    [Fact]
    public async Task Fails_when_no_replica_is_there()
    {
        await using var caller = await Caller(NobodyThere(), NobodyThere());

        var failure = await Should.ThrowAsync<HttpRequestException>(() => Ask(caller, times: 1));

        failure.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
    }

    [Fact]
    public async Task Leaves_an_ordinary_address_as_it_is()
    {
        await using var up = await Replica("up");
        await using var caller = await Caller(NobodyThere());
        var client = caller.App.Services.GetRequiredService<IHttpClientFactory>().CreateClient();

        (await client.GetStringAsync(new Uri(up.Http, "/who"))).ShouldBe("up");
    }

    private static Task<TestService> Replica(string name) => TestService.Start(map: app => app.MapGet("/who", () => name));

    private static Task<TestService> Caller(params Uri[] replicas) => TestService.Start(settings: replicas
        .Select((address, index) => ($"services:planregistry:http:{index}", address.ToString()))
        .ToDictionary(setting => setting.Item1, string? (setting) => setting.Item2));

    private static async Task<IReadOnlyList<string>> Ask(TestService caller, int times)
    {
        var client = caller.App.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        var answers = new List<string>();
        for (var call = 0; call < times; call++)
            answers.Add(await client.GetStringAsync(new Uri("http://planregistry/who")));
        return answers;
    }

    private static Uri NobodyThere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return new Uri($"http://127.0.0.1:{port}");
    }
}
