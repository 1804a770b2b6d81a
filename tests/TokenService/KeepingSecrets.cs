using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SocialPolicy.TokenService.FunctionalTests;

public class KeepingSecrets
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Lets_only_the_owner_read_them()
    {
        await using var host = await TokenHost.Start(settings: TokenHost.Sandbox);
        await host.Token();

        File.GetUnixFileMode(host.Folder).ShouldBe(OwnerReadsAndWrites | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(host.Folder, "keys")).ShouldBe(OwnerReadsAndWrites | UnixFileMode.UserExecute);
        var files = Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories);
        files.Select(Path.GetFileName).ShouldBe([".lock", "clients.json", "own-key.json", "sandbox.clients.json", "spp.client.json", Path.GetFileName(files.Single(IsKey))], ignoreOrder: true);
        files.ShouldAllBe(file => File.GetUnixFileMode(file) == OwnerReadsAndWrites);
    }

    [Fact]
    public async Task Keeps_no_secret_of_a_client_in_the_register()
    {
        await using var host = await TokenHost.Start();

        (await File.ReadAllTextAsync(Path.Combine(host.Folder, "clients.json"))).ShouldNotContain(host.Secret);
    }

    [Fact]
    public async Task Keeps_key_and_client_over_a_restart()
    {
        var folder = TokenHost.NewFolder();
        var first = await TokenHost.Start(folder);
        var (secret, keys) = (first.Secret, await first.PublishedKeys());
        await first.Stop();

        await using var second = await TokenHost.Start(folder);

        second.Secret.ShouldBe(secret);
        (await second.PublishedKeys()).ShouldBe(keys);
        second.Read("spp.client.json").GetProperty("authority").GetString().ShouldBe(second.Address);
    }

    [Fact]
    public async Task Makes_a_new_secret_when_the_old_one_is_lost()
    {
        var folder = TokenHost.NewFolder();
        var first = await TokenHost.Start(folder);
        var lost = first.Secret;
        await first.Stop();
        File.Delete(Path.Combine(folder, "spp.client.json"));

        await using var second = await TokenHost.Start(folder);

        await second.Token();
        (await second.Ask("spp", lost)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"clients":[]}""")]
    [InlineData("""{"clients":[{"client_id":"spp","roles":["operator"],"secret":{"iterations":1,"salt":"AAAA","hash":"AAAA"}}]}""")]
    public async Task Makes_a_new_secret_when_the_register_no_longer_takes_the_old_one(string register)
    {
        var folder = TokenHost.NewFolder();
        var first = await TokenHost.Start(folder);
        var leaked = first.Secret;
        await first.Stop();
        await File.WriteAllTextAsync(Path.Combine(folder, "clients.json"), register);

        await using var second = await TokenHost.Start(folder);

        await second.Token();
        (await second.Ask("spp", leaked)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Gives_a_client_the_roles_of_this_version_and_leaves_it_its_secret()
    {
        var folder = TokenHost.NewFolder();
        var earlier = await TokenHost.Start(folder);
        var secret = earlier.Secret;
        await earlier.Stop();
        var file = Path.Combine(folder, "clients.json");
        var register = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        register["clients"]![0]!["roles"] = new JsonArray("viewer");
        await File.WriteAllTextAsync(file, register.ToJsonString());

        await using var later = await TokenHost.Start(folder);

        later.Secret.ShouldBe(secret);
        new JsonWebToken(await later.Token()).Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value)
            .ShouldBe(later.Read("spp.client.json").GetProperty("roles").EnumerateArray().Select(role => role.GetString()!));
    }

    [Fact]
    public async Task Takes_a_change_of_the_register_at_once()
    {
        await using var host = await TokenHost.Start();
        var file = Path.Combine(host.Folder, "clients.json");
        await File.WriteAllTextAsync(file, """{"clients":[]}""");
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1));

        (await host.Ask("spp", host.Secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"clients":""")]
    [InlineData("""{"clients":null}""")]
    [InlineData("""{"clients":[null]}""")]
    [InlineData("""{"clients":[{"client_id":"spp","secret":null,"roles":[]}]}""")]
    [InlineData("""{"clients":[{"client_id":"spp","secret":{"iterations":1,"salt":"AAAA","hash":"AAAA"}}]}""")]
    [InlineData("""{"clients":[{"client_id":"spp","secret":{"iterations":0,"salt":"AAAA","hash":"AAAA"},"roles":[]}]}""")]
    [InlineData("""{"clients":[{"client_id":"spp","secret":{"iterations":1,"salt":"not base64","hash":"AAAA"},"roles":[]}]}""")]
    [InlineData("""
        {"clients":[
          {"client_id":"spp","secret":{"iterations":1,"salt":"AAAA","hash":"AAAA"},"roles":[]},
          {"client_id":"spp","secret":{"iterations":1,"salt":"AAAA","hash":"AAAA"},"roles":[]}]}
        """)]
    public async Task Keeps_the_clients_it_knows_when_a_change_makes_no_sense(string register)
    {
        await using var host = await TokenHost.Start();
        var file = Path.Combine(host.Folder, "clients.json");
        await File.WriteAllTextAsync(file, register);
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1));

        await host.Token();
    }

    [Fact]
    public async Task Keeps_the_clients_it_knows_while_a_change_cannot_be_read_and_takes_it_afterwards()
    {
        await using var host = await TokenHost.Start();
        var file = Path.Combine(host.Folder, "clients.json");
        await using (var held = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await held.WriteAsync("""{"clients":[]}"""u8.ToArray());
            await held.FlushAsync();
            File.SetLastWriteTimeUtc(held.SafeFileHandle, File.GetLastWriteTimeUtc(file).AddSeconds(1));

            await host.Token();
        }

        (await host.Ask("spp", host.Secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Needs_a_folder() =>
        (await Should.ThrowAsync<OptionsValidationException>(() => TokenHost.Start(folder: ""))).Message.ShouldContain("Folder");

    private static bool IsKey(string file) => Path.GetFileName(Path.GetDirectoryName(file)) == "keys";
}
