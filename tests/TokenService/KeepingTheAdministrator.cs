using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary>With the command line as a person uses it, over the folder of a token service that runs or does not.</summary>
public sealed class KeepingTheAdministrator : IAsyncLifetime
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly CommandLine spp = new();
    private TokenHost host = null!;

    public async Task InitializeAsync() => host = await TokenHost.Start(spp.TokensFolder);

    public async Task DisposeAsync()
    {
        await host.Stop();
        spp.Dispose();
    }

    [Fact]
    public async Task Shows_its_secret_once_and_never_again()
    {
        var secret = await Made();

        (await spp.Run("administrator", "create")).ShouldBe(new Said(0, "", ""));
        (await Roles(secret)).ShouldBe(["administrator"]);
    }

    [Fact]
    public async Task Leaves_its_secret_in_no_file()
    {
        string[] secrets = [await Made(), await Reset()];

        var files = Directory.GetFiles(spp.Data, "*", SearchOption.AllDirectories);
        files.Select(Path.GetFileName).ShouldContain("accounts.log");
        foreach (var file in files)
        {
            var content = await File.ReadAllTextAsync(file);
            foreach (var secret in secrets)
                content.ShouldNotContain(secret, Case.Insensitive, file);
            File.GetUnixFileMode(file).ShouldBe(OwnerReadsAndWrites, file);
        }
    }

    [Fact]
    public async Task Refuses_the_old_secret_at_once_after_a_reset()
    {
        var old = await Made();
        await Roles(old);

        var fresh = await Reset();

        (await host.Ask("administrator", old)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Roles(fresh)).ShouldBe(["administrator"]);
    }

    [Fact]
    public async Task Is_reset_while_nothing_runs()
    {
        var old = await Made();
        await host.Stop();

        var fresh = await Reset();

        host = await TokenHost.Start(spp.TokensFolder);
        (await host.Ask("administrator", old)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Roles(fresh);
    }

    [Fact]
    public async Task Tells_in_its_trail_that_it_was_made_and_reset()
    {
        await Made();
        await Reset();

        var trail = (await File.ReadAllLinesAsync(Path.Combine(spp.TokensFolder, "accounts.log"))).Select(line => line.Split('\t')).ToList();
        trail.Select(line => (line[1], line[2], line[4])).ShouldBe(
            [("administrator created", "administrator", $"os:{Environment.UserName}"), ("administrator reset", "administrator", $"os:{Environment.UserName}")]);
        trail.ShouldAllBe(line => DateTimeOffset.Parse(line[0], null) > TimeProvider.System.GetUtcNow().AddMinutes(-5));
    }

    [Fact]
    public async Task Is_not_made_where_no_installation_is()
    {
        var nowhere = Path.Combine(spp.Data, "nowhere");

        var said = await spp.Run("administrator", "create", "--data", nowhere);

        (said.ExitCode, said.Output).ShouldBe((2, ""));
        said.Errors.ShouldContain("There is no installation");
        Directory.Exists(nowhere).ShouldBeFalse();
    }

    private Task<string> Made() => Secret("create");

    private Task<string> Reset() => Secret("reset");

    private async Task<string> Secret(string act)
    {
        var said = await spp.Run("administrator", act, "--json");
        said.ExitCode.ShouldBe(0, said.Errors);
        return JsonDocument.Parse(said.Output).RootElement.GetProperty("client_secret").GetString()!;
    }

    private async Task<IEnumerable<string>> Roles(string secret) => new JsonWebToken(await host.Token("administrator", secret)).GetPayloadValue<string[]>("roles");
}
