using System.Net;
using SocialPolicy.Dashboard.FunctionalTests.Setting;

namespace SocialPolicy.Dashboard.FunctionalTests;

public sealed class SigningIn : WithADashboard, IDisposable
{
    private readonly HttpClient stranger = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose() => stranger.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/resources/planregistry")]
    [InlineData("/resources/planregistry/console")]
    [InlineData("/changes")]
    [InlineData("/logs")]
    [InlineData("/nowhere")]
    [InlineData("/login")]
    [InlineData("/login?t=")]
    [InlineData("/login?t=token-of-somebody-else")]
    public async Task Shows_a_stranger_how_to_sign_in_and_nothing_else(string path)
    {
        Dashboard.Host.Show(Resource("planregistry"));

        using var answer = await stranger.GetAsync(new Uri(Dashboard.Address, path));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("./spp status");
        page.ShouldNotContain("planregistry");
    }

    [Fact]
    public async Task Lets_a_stranger_command_nothing()
    {
        Dashboard.Host.Show(Resource("planregistry"));

        using var answer = await stranger.PostAsync(new Uri(Dashboard.Address, "/resources/planregistry/commands/restart"), null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        Dashboard.Host.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_the_token_once_and_keeps_it_out_of_the_browser()
    {
        using var answer = await stranger.GetAsync(Dashboard.SignIn);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/");
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        cookie.ShouldNotContain(RunningDashboard.Token);
        using var page = await stranger.GetAsync(Dashboard.Address);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Shows_a_stranger_the_styles_of_the_page()
    {
        using var answer = await stranger.GetAsync(new Uri(Dashboard.Address, "/assets/dashboard.css"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
