using System.Net;

namespace SocialPolicy.TokenService.FunctionalTests;

public class AskingTooOften
{
    [Fact]
    public async Task Is_refused_to_the_client_that_does_and_to_no_other()
    {
        await using var host = await TokenHost.Start(settings: [("Tokens:PerMinuteOfClient", "2"), .. TokenHost.Sandbox]);
        await host.Token();
        await host.Token();

        using var third = await host.Ask("spp", host.Secret);

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta.ShouldNotBeNull();
        using var other = await host.Ask("demo-viewer", "wrong");
        other.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Is_refused_to_the_address_whatever_client_it_names()
    {
        await using var host = await TokenHost.Start(settings: [("Tokens:PerMinuteOfAddress", "3")]);
        for (var guess = 0; guess < 3; guess++)
            (await host.Ask($"guess-{guess}", "x")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await host.Ask("spp", host.Secret)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
