using System.Text.Json;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.V1;
using SocialPolicy.ServiceDefaults.FunctionalTests;
using Task = System.Threading.Tasks.Task;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary><c>spp</c> in its own process, with an installation whose certificates are of an authority that the system does not know.</summary>
public sealed class TrustingAnAuthority : IAsyncLifetime
{
    private const string Name = "nguyen.van.a";
    private const string Password = "một câu dài của riêng tôi";

    private readonly CommandLine spp = new();
    private readonly Certificates ours = new();
    private TokenHost tokens = null!;
    private WebApplication service = null!;

    public async Task InitializeAsync()
    {
        tokens = await TokenHost.Start(spp.TokensFolder, settings: [.. ours.Settings("tokens").Select(setting => (setting.Key, setting.Value!))]);
        tokens.Address.ShouldStartWith("https://");
        service = await Service();
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await tokens.Stop();
        ours.Dispose();
        spp.Dispose();
    }

    [Fact]
    public async Task Lets_it_call_a_service_and_ask_for_a_token()
    {
        var said = await spp.Run("search", "hộ", "--json", "--address", $"tokens={tokens.Address}", "--address", $"planregistry={service.Urls.First()}", "--tls-authority", ours.Authority);

        said.ExitCode.ShouldBe(0, said.Errors);
        JsonDocument.Parse(said.Output).RootElement.GetProperty("results")[0].GetProperty("name").GetString().ShouldBe("plans/of-spp");
    }

    [Fact]
    public async Task Can_be_said_by_the_environment_and_holds_for_an_officer()
    {
        var folder = new PrivateFolder(tokens.Folder);
        new OfficerAccounts(folder, new AccountsLog(folder)).Add(Name, Password, ["viewer"], null, []);
        spp.Variables["SPP_TLS_AUTHORITY"] = ours.Authority;
        using var process = spp.Begin("sign-in", "--no-browser", "--address", $"tokens={tokens.Address}");
        process.StandardInput.Close();
        await process.StandardError.ReadLineAsync();
        using var browser = new Browser(tokens, ours.Trust);
        using var page = await browser.Get((await process.StandardError.ReadLineAsync())!);
        using var back = await browser.Send(Browser.Fields(await page.Content.ReadAsStringAsync()), Name, Password);
        using var seen = await browser.Get(back.Headers.Location!.OriginalString);
        (await CommandLine.End(process)).ExitCode.ShouldBe(0);

        new JsonWebToken((await spp.Run("token", "--address", $"tokens={tokens.Address}")).Output.Trim()).Subject.ShouldBe(Name);
        (await spp.Run("sign-out")).Output.ShouldContain($"{Name} is signed out");
    }

    [Fact]
    public async Task Is_what_it_takes()
    {
        var untold = await spp.Run("token", "--address", $"tokens={tokens.Address}");
        (untold.ExitCode, untold.Output).ShouldBe((3, ""));

        using var strangers = new Certificates("Stranger");
        var stranger = await spp.Run("token", "--address", $"tokens={tokens.Address}", "--tls-authority", strangers.Authority);
        (stranger.ExitCode, stranger.Output).ShouldBe((3, ""));
    }

    [Fact]
    public async Task Names_a_file_that_holds_none()
    {
        var file = Path.Combine(ours.Folder, "tokens.key");

        var said = await spp.Run("token", "--address", $"tokens={tokens.Address}", "--tls-authority", file);

        (said.ExitCode, said.Output).ShouldBe((2, ""));
        said.Errors.Replace("\n", "", StringComparison.Ordinal).ShouldContain("tokens.key");
    }

    private async Task<WebApplication> Service()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("HTTP_PORT", "0"), new("HEALTH_PORT", "0"), new("Identity:Authority", tokens.Address), .. ours.Settings("planregistry")]);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults(HttpProtocols.Http2);
        builder.AddApi("planregistry.socialpolicy");
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapApi();
        app.MapGrpcService<Searches>();
        await app.StartAsync();
        return app;
    }

    private sealed class Searches : SearchService.SearchServiceBase
    {
        [AllowedToAnyCaller]
        public override Task<SearchResponse> Search(SearchRequest request, ServerCallContext context) =>
            Task.FromResult(new SearchResponse { Results = { new SearchResult { Name = $"plans/of-{context.Caller().Subject}" } } });
    }
}
