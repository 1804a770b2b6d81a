using Microsoft.IdentityModel.JsonWebTokens;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary><c>spp sign-in</c> in its own process, the officer's browser beside it, a token service on a socket.</summary>
public sealed class SigningInAtTheCommandLine : IAsyncLifetime
{
    private const string Name = "nguyen.van.a";
    private const string Password = "một câu dài của riêng tôi";

    private readonly CommandLine spp = new();
    private TokenHost host = null!;

    private string Kept => Path.Combine(spp.Home, "spp", "sign-in.json");

    public async Task InitializeAsync()
    {
        host = await TokenHost.Start(spp.TokensFolder, settings: ("Tokens:Lifetime", "00:01:02"));
        var folder = new PrivateFolder(host.Folder);
        new OfficerAccounts(folder, new AccountsLog(folder)).Add(Name, Password, ["viewer"], "spp:sl.so-y-te", []);
    }

    public async Task DisposeAsync()
    {
        await host.Stop();
        spp.Dispose();
    }

    [Fact]
    public async Task Acts_for_the_officer_until_signing_out_and_for_the_operator_afterwards()
    {
        await SignIn();

        File.GetUnixFileMode(Kept).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var first = await Token();
        (first.Subject, first.GetPayloadValue<string>("agency")).ShouldBe((Name, "spp:sl.so-y-te"));

        // What is left of it is less than a call may need: the next command renews it.
        await Pass(TimeSpan.FromSeconds(3));
        var second = await Token();
        (second.Subject, second.Id == first.Id).ShouldBe((Name, false));

        (await spp.Run("sign-out")).Output.ShouldContain($"{Name} is signed out");
        File.Exists(Kept).ShouldBeFalse();
        (await Token()).Subject.ShouldBe("spp");
    }

    [Fact]
    public async Task Says_so_when_the_session_has_ended()
    {
        await SignIn();
        var folder = new PrivateFolder(host.Folder);
        new OfficerAccounts(folder, new AccountsLog(folder)).Disable(Name);
        await Pass(TimeSpan.FromSeconds(3));

        var said = await spp.Run("token", "--address", $"tokens={host.Address}");

        (said.ExitCode, said.Output).ShouldBe((4, ""));
        said.Errors.ShouldContain("SIGN_IN_REFUSED");
    }

    [Fact]
    public async Task Happens_where_the_environment_says_and_counts_there_alone()
    {
        await using var elsewhere = await TokenHost.Start();
        var folder = new PrivateFolder(elsewhere.Folder);
        new OfficerAccounts(folder, new AccountsLog(folder)).Add(Name, Password, ["approver"], "*", []);
        spp.Variables["SPP_AUTHORITY"] = elsewhere.Address;

        await SignIn(elsewhere, "sign-in", "--no-browser");

        var there = new JsonWebToken((await spp.Run("token")).Output.Trim());
        (there.Issuer, there.Subject, there.GetPayloadValue<string>("agency")).ShouldBe(($"{elsewhere.Address}/", Name, "*"));
        var here = await Token();
        (here.Issuer, here.Subject).ShouldBe(($"{host.Address}/", "spp"), "what was said on the command line comes first, and nobody is signed in there");

        (await spp.Run("sign-out")).ExitCode.ShouldBe(0);
        (spp.Variables["SPP_CLIENT_ID"], spp.Variables["SPP_CLIENT_SECRET"]) = ("spp", elsewhere.Secret);
        new JsonWebToken((await spp.Run("token")).Output.Trim()).Issuer.ShouldBe($"{elsewhere.Address}/");
    }

    private Task SignIn() => SignIn(host, "sign-in", "--no-browser", "--address", $"tokens={host.Address}");

    private async Task SignIn(TokenHost at, params string[] arguments)
    {
        using var process = spp.Begin(arguments);
        process.StandardInput.Close();
        (await process.StandardError.ReadLineAsync()).ShouldBe("Sign in here:");
        var address = (await process.StandardError.ReadLineAsync())!;
        using var browser = new Browser(at);
        using var page = await browser.Get(address);
        using var back = await browser.Send(Browser.Fields(await page.Content.ReadAsStringAsync()), Name, Password);
        using var seen = await browser.Get(back.Headers.Location!.OriginalString);
        (await seen.Content.ReadAsStringAsync()).ShouldContain("Xong.");

        var said = await CommandLine.End(process);
        said.ExitCode.ShouldBe(0, said.Errors);
        said.Output.ShouldContain($"Signed in as {Name}");
    }

    private async Task<JsonWebToken> Token()
    {
        var said = await spp.Run("token", "--address", $"tokens={host.Address}");
        said.ExitCode.ShouldBe(0, said.Errors);
        return new(said.Output.Trim());
    }

    // As if time had passed: the file says when its token ends.
    private async Task Pass(TimeSpan time)
    {
        var kept = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Kept))!;
        kept["expires_at"] = kept["expires_at"]!.GetValue<DateTimeOffset>() - time;
        await File.WriteAllTextAsync(Kept, kept.ToJsonString());
    }
}
