using SocialPolicy.ServiceDefaults.FunctionalTests;

namespace SocialPolicy.TokenService.FunctionalTests;

public sealed class SpeakingTlsToBrowsers : IDisposable
{
    private readonly Certificates ours = new();

    public void Dispose() => ours.Dispose();

    [Fact]
    public async Task Has_them_come_by_TLS_ever_after_and_bring_the_cookie_to_this_host_alone()
    {
        var host = await TokenHost.Start(settings: [.. ours.Settings("tokens").Select(setting => (setting.Key, setting.Value!))]);
        await using var end = host;
        using var browser = new Browser(host, ours.Trust);

        using var page = await browser.Open(browser.Request);

        page.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000; includeSubDomains"]);
        var cookie = page.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("__Host-spp-sign-in=");
        foreach (var attribute in (string[])["secure", "httponly", "samesite=strict", "path=/"])
            cookie.ShouldContain(attribute, Case.Insensitive);
        cookie.ShouldNotContain("domain", Case.Insensitive);

        // The form is taken with that cookie: what is wrong is the name.
        using var refused = await browser.SignIn("nobody", "whatever it is");
        (await Browser.Text(refused)).ShouldContain("Tên hoặc mật khẩu không đúng.");
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/authorize")]
    [InlineData("/password")]
    [InlineData("/.well-known/jwks.json")]
    public async Task Knows_no_method_TRACE(string path)
    {
        await using var host = await TokenHost.Start();

        using var answer = await host.Http.SendAsync(new(HttpMethod.Trace, path) { Headers = { { "X-Secret", "nobody hears this" } } });

        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("nobody hears this");
    }

    [Fact]
    public async Task Promises_nothing_of_the_kind_on_loopback_without()
    {
        await using var host = await TokenHost.Start();
        using var browser = new Browser(host);

        using var page = await browser.Open(browser.Request);

        page.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        page.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith("spp-sign-in=");
        page.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
    }
}
