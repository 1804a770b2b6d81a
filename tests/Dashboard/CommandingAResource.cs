using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SocialPolicy.Dashboard.FunctionalTests.Setting;

namespace SocialPolicy.Dashboard.FunctionalTests;

public sealed class CommandingAResource : WithADashboard
{
    [Fact]
    public async Task Is_a_form_that_tells_the_host_and_leads_back()
    {
        var page = await ResourcePage("Running");

        using var answer = await Submit(page, "Restart");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        Dashboard.Host.Commands.ShouldBe([("planregistry", "restart")]);
        var back = await Dashboard.Page(answer.Headers.Location!.ToString());
        back.QuerySelector(".banner")!.TextContent.ShouldContain("Restart: the host has taken it on.");
    }

    [Fact]
    public async Task Says_so_when_the_host_refuses()
    {
        var page = await ResourcePage("Running");
        Dashboard.Host.Answer = HttpStatusCode.Conflict;

        using var answer = await Submit(page, "Stop");

        var back = await Dashboard.Page(answer.Headers.Location!.ToString());
        back.QuerySelector(".banner.bad")!.TextContent.ShouldContain("Stop: the host has not taken it on.");
    }

    [Theory]
    [InlineData("Running", "Restart, Stop")]
    [InlineData("Finished", "Start")]
    [InlineData("Stopped", "Start")]
    public async Task Offers_what_the_state_allows(string state, string commands)
    {
        var page = await ResourcePage(state);

        string.Join(", ", page.QuerySelectorAll(".commands button").Select(button => button.TextContent)).ShouldBe(commands);
    }

    [Fact]
    public async Task Is_refused_without_the_token_of_a_page()
    {
        await ResourcePage("Running");

        using var answer = await Dashboard.Http.PostAsync(
            new Uri("/resources/planregistry/commands/stop", UriKind.Relative), new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Dashboard.Host.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Knows_three_commands_and_no_other()
    {
        var page = await ResourcePage("Running");
        var form = page.QuerySelector<IHtmlFormElement>(".commands form")!;

        using var answer = await Post("/resources/planregistry/commands/erase", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Dashboard.Host.Commands.ShouldBeEmpty();
    }

    private async Task<IDocument> ResourcePage(string state)
    {
        Dashboard.Host.Show(Resource("planregistry", state, exitCode: state is "Finished" ? 0 : null));
        await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 1);
        return await Dashboard.Page("/resources/planregistry");
    }

    private Task<HttpResponseMessage> Submit(IDocument page, string command)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>(".commands form").Single(form => form.TextContent.Trim() == command);
        return Post(new Uri(form.Action).PathAndQuery, form);
    }

    private Task<HttpResponseMessage> Post(string path, IHtmlFormElement form)
    {
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").Select(field => KeyValuePair.Create(field.Name!, field.Value));
        return Dashboard.Http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields));
    }
}
