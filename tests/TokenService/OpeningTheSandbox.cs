using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.TokenService.Clients;

namespace SocialPolicy.TokenService.FunctionalTests;

public sealed class OpeningTheSandbox : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Lets_the_clients_of_the_samples_in_until_it_is_closed()
    {
        var folder = TokenHost.NewFolder();
        var open = await TokenHost.Start(folder, settings: TokenHost.Sandbox);
        var secrets = open.SandboxSecrets();
        secrets.Keys.ShouldBe(
            ["demo-registrar", "demo-operator", "demo-viewer", "demo-auditor", "demo-focal", "demo-officer", "demo-approver", "demo-stranger"], ignoreOrder: true);
        foreach (var (client, secret) in secrets)
            Claims(await open.Token(client, secret), "roles").Where(role => !RoleNames.TryParse(role, out _)).ShouldBeEmpty(client);
        await open.Stop();

        await using var closed = await TokenHost.Start(folder);

        foreach (var (client, secret) in secrets)
            (await closed.Ask(client, secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, client);
    }

    [Fact]
    public void Names_agencies_that_the_samples_have()
    {
        var known = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "directory", "agencies.csv")).Skip(1)
            .SelectMany(row => row[..row.IndexOf(',', StringComparison.Ordinal)].Split(';')).ToHashSet();
        var clients = SandboxClients.Read(TokenHost.Sandbox[^1].Value, isTaken: _ => false);

        clients.SelectMany(client => (client.ActFor ?? []).Append(client.Agency is "*" ? null : client.Agency).OfType<string>()).Where(code => !known.Contains(code)).ShouldBeEmpty();
        clients.Where(client => client.ActFor is { Count: > 100 }).Select(client => client.ClientId).ShouldBe(["demo-officer", "demo-approver"]);
    }

    [Fact]
    public async Task Says_in_their_tokens_whom_they_act_for()
    {
        await Describe("""[{"client_id":"demo-officer","roles":["reporting_officer"],"agency":"spp:sl.so-y-te","act_for":["spp:sl.so-xay-dung","spp:sl.so-tai-chinh"]}]""");
        await using var host = await TokenHost.Start(settings: TokenHost.SandboxOf(file));

        var token = await host.Token("demo-officer", host.SandboxSecrets()["demo-officer"]);

        Claims(token, "agency").ShouldBe(["spp:sl.so-y-te"]);
        Claims(token, "act_for").ShouldBe(["spp:sl.so-xay-dung", "spp:sl.so-tai-chinh"]);
    }

    [Fact]
    public async Task Follows_the_file_from_start_to_start_and_leaves_clients_their_secrets()
    {
        await Describe("""[{"client_id":"stays","roles":["viewer"]},{"client_id":"leaves","roles":["viewer"]}]""");
        var folder = TokenHost.NewFolder();
        var first = await TokenHost.Start(folder, settings: TokenHost.SandboxOf(file));
        var before = first.SandboxSecrets();
        await first.Stop();
        await Describe("""[{"client_id":"stays","roles":["approver"],"act_for":["spp:sl.so-y-te"]},{"client_id":"comes","roles":["viewer"]}]""");

        await using var second = await TokenHost.Start(folder, settings: TokenHost.SandboxOf(file));

        var after = second.SandboxSecrets();
        after.Keys.ShouldBe(["stays", "comes"]);
        after["stays"].ShouldBe(before["stays"]);
        var token = await second.Token("stays", after["stays"]);
        Claims(token, "roles").ShouldBe(["approver"]);
        Claims(token, "act_for").ShouldBe(["spp:sl.so-y-te"]);
        (await second.Ask("leaves", before["leaves"])).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await second.Token();
    }

    [Theory]
    [InlineData("""[{"client_id":""", "cannot be read")]
    [InlineData("null", "cannot be read")]
    [InlineData("""[{"client_id":"x"}]""", "cannot be read")]
    [InlineData("""[{"client_id":"x","roles":null}]""", "cannot be read")]
    [InlineData("[null]", "without a name or without a role")]
    [InlineData("""[{"client_id":"","roles":["viewer"]}]""", "without a name or without a role")]
    [InlineData("""[{"client_id":"x","roles":[]}]""", "without a name or without a role")]
    [InlineData("""[{"client_id":"x","roles":["viewer"]},{"client_id":"x","roles":["auditor"]}]""", "has the client x, and there is one of that name already")]
    [InlineData("""[{"client_id":"spp","roles":["viewer"]}]""", "has the client spp, and there is one of that name already")]
    [InlineData("""[{"client_id":"reporting","roles":["viewer"]}]""", "has the client reporting, and there is one of that name already")]
    [InlineData("""[{"client_id":"x","roles":["viewer"],"agency":"so-y-te"}]""", "client x names the agency 'so-y-te'")]
    [InlineData("""[{"client_id":"x","roles":["viewer"],"act_for":["spp:sl.so-y-te","spp:"]}]""", "client x names the agency 'spp:'")]
    public async Task Fails_with_a_file_that_makes_no_sense(string content, string why)
    {
        await Describe(content);

        var failure = await Should.ThrowAsync<InvalidDataException>(() =>
            TokenHost.Start(settings: [.. TokenHost.SandboxOf(file), ("Tokens:Services:reporting", new string('s', 32))]));

        failure.Message.ShouldContain(file);
        failure.Message.ShouldContain(why);
    }

    [Fact]
    public async Task Fails_without_a_file()
    {
        (await Should.ThrowAsync<InvalidDataException>(() => TokenHost.Start(settings: TokenHost.SandboxOf(file + ".missing")))).Message.ShouldContain(".missing");
        (await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => TokenHost.Start(settings: ("Tokens:Sandbox", "true"))))
            .Message.ShouldContain("Tokens:SandboxClients");
    }

    private Task Describe(string clients) => File.WriteAllTextAsync(file, clients);

    private static IEnumerable<string> Claims(string token, string type) =>
        new JsonWebToken(token).Claims.Where(claim => claim.Type == type).Select(claim => claim.Value);
}
