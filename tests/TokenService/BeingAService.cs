using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SocialPolicy.TokenService.FunctionalTests;

public sealed class BeingAService : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-installation";

    private TokenHost host = null!;

    public async Task InitializeAsync() => host = await TokenHost.Start(settings: [("Tokens:Services:reporting", Secret), ("Tokens:Services:notifications", Secret + "-2")]);

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Gets_a_token_of_a_service_and_of_nothing_else()
    {
        var token = new JsonWebToken(await host.Token("reporting", Secret));

        token.Subject.ShouldBe("reporting");
        token.GetPayloadValue<string[]>("roles").ShouldBe(["service"]);
        token.GetPayloadValue<string[]>("act_for").ShouldBeEmpty();
        token.TryGetPayloadValue<string>("agency", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("reporting", Secret + "-2")]
    [InlineData("Reporting", Secret)]
    [InlineData("indicators", Secret)]
    public async Task Takes_the_secret_of_that_service(string client, string secret) =>
        (await host.Ask(client, secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("password")]
    [InlineData("refresh_token")]
    [InlineData("authorization_code")]
    public async Task Is_done_with_client_credentials_alone(string grant) =>
        (await host.Post(("grant_type", grant), ("client_id", "reporting"), ("client_secret", Secret))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Leaves_nothing_on_the_disk()
    {
        await host.Token("reporting", Secret);

        foreach (var file in Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories))
        {
            var content = await File.ReadAllTextAsync(file);
            content.ShouldNotContain(Secret);
            content.ShouldNotContain("reporting");
        }
    }

    [Fact]
    public async Task Cannot_be_had_by_writing_its_name_into_the_register()
    {
        var file = Path.Combine(host.Folder, "clients.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"spp\"", "\"reporting\"", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1));

        (await host.Ask("reporting", host.Secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await host.Token("reporting", Secret);
    }

    [Fact]
    public async Task Needs_a_secret_that_is_one() =>
        (await Should.ThrowAsync<OptionsValidationException>(() => TokenHost.Start(settings: ("Tokens:Services:reporting", "short"))))
        .Message.ShouldContain("Tokens:Services:reporting");
}
