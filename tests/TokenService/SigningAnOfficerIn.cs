using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;

namespace SocialPolicy.TokenService.FunctionalTests;

public sealed class SigningAnOfficerIn : IAsyncLifetime
{
    private const string Name = "nguyen.van.a";
    private const string Password = "một câu dài của riêng tôi";

    private TokenHost host = null!;
    private OfficerAccounts accounts = null!;
    private Browser browser = null!;

    public async Task InitializeAsync()
    {
        host = await TokenHost.Start(settings: ("Tokens:Programs:portal:0", "https://portal.example/back"));
        var folder = new PrivateFolder(host.Folder);
        accounts = new(folder, new AccountsLog(folder));
        accounts.Add(Name, Password, ["reporting_officer", "viewer"], "spp:sl.so-y-te", ["spp:sl.so-xay-dung"]);
        browser = new(host);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Gives_the_program_tokens_that_say_who_it_is()
    {
        using var back = await browser.SignIn(Name, Password);
        var returned = Browser.Returned(back);
        (returned["state"], returned["iss"]).ShouldBe(("a state", $"{host.Address}/"));

        var granted = await Browser.Granted(await browser.Redeem(returned["code"]));

        granted.GetProperty("expires_in").GetInt32().ShouldBeInRange(590, 600);
        var access = new JsonWebToken(granted.GetProperty("access_token").GetString());
        (access.Alg, access.Typ, access.Issuer, access.Subject).ShouldBe(("ES256", "at+jwt", $"{host.Address}/", Name));
        access.Audiences.ShouldBe(["socialpolicy"]);
        access.GetPayloadValue<string>("client_id").ShouldBe(Browser.Client);
        access.GetPayloadValue<string[]>("roles").ShouldBe(["reporting_officer", "viewer"]);
        access.GetPayloadValue<string>("agency").ShouldBe("spp:sl.so-y-te");
        access.GetPayloadValue<string[]>("act_for").ShouldBe(["spp:sl.so-xay-dung"]);

        var identity = new JsonWebToken(granted.GetProperty("id_token").GetString());
        (identity.Subject, identity.Alg, identity.GetPayloadValue<string>("nonce")).ShouldBe((Name, "ES256", "a nonce"));
        identity.Audiences.ShouldBe([Browser.Client]);
        identity.TryGetPayloadValue<string>("sid", out _).ShouldBeTrue();
        (await host.PublishedKeys()).ShouldContain(identity.Kid);
    }

    [Fact]
    public async Task Is_found_by_discovery()
    {
        var found = await host.Http.GetFromJsonAsync<JsonElement>(".well-known/openid-configuration");

        found.GetProperty("authorization_endpoint").GetString().ShouldBe($"{host.Address}/authorize");
        found.GetProperty("end_session_endpoint").GetString().ShouldBe($"{host.Address}/end-session");
        found.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(one => one.GetString()).ShouldBe(["S256"]);
        found.GetProperty("response_types_supported").EnumerateArray().Select(one => one.GetString()).ShouldBe(["code"]);
        found.GetProperty("response_modes_supported").EnumerateArray().Select(one => one.GetString()).ShouldBe(["query"]);
        found.GetProperty("id_token_signing_alg_values_supported").EnumerateArray().Select(one => one.GetString()).ShouldBe(["ES256"]);
        found.GetProperty("grant_types_supported").EnumerateArray().Select(one => one.GetString()).ShouldBe(["client_credentials", "authorization_code", "refresh_token"], ignoreOrder: true);
    }

    [Fact]
    public async Task Answers_a_wrong_password_as_an_unknown_name_and_as_a_disabled_officer()
    {
        accounts.Add("le.van.c", Password, ["viewer"], null, []);
        accounts.Disable("le.van.c");

        var pages = new List<string>();
        foreach (var (name, password) in ((string, string)[])[(Name, "not this one at all"), ("tran.thi.b", Password), ("le.van.c", Password)])
        {
            using var refused = await browser.SignIn(name, password);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var page = await refused.Content.ReadAsStringAsync();
            page.ShouldNotContain(WebUtility.HtmlEncode(password));
            pages.Add(System.Text.RegularExpressions.Regex.Replace(page.Replace(name, "NAME", StringComparison.Ordinal), "name=\"__Request[^>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        }

        pages[0].ShouldContain("role=\"alert\"");
        pages.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Takes_a_code_once_and_ends_the_session_when_it_comes_again()
    {
        var code = await browser.Code(Name, Password);
        var granted = await Browser.Granted(await browser.Redeem(code));

        await Browser.IsRefused(await browser.Redeem(code));
        await Browser.IsRefused(await browser.Renew(granted.GetProperty("refresh_token").GetString()!));
    }

    [Fact]
    public async Task Takes_a_code_from_who_asked_for_it_alone()
    {
        await Browser.IsRefused(await browser.Redeem(await browser.Code(Name, Password), verifier: new('x', 43)));
        await Browser.IsRefused(await browser.Redeem(await browser.Code(Name, Password), returnTo: "http://127.0.0.1:49153/callback"));
        await Browser.IsRefused(await browser.Redeem(await browser.Code(Name, Password), client: "portal"));
        await Browser.IsRefused(await host.Post(("grant_type", "authorization_code"), ("client_id", Browser.Client), ("code", await browser.Code(Name, Password)), ("redirect_uri", Browser.ReturnTo)), "invalid_request");
    }

    [Theory]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "id_token", "unsupported_response_type")]
    [InlineData("response_mode", "form_post", "invalid_request")]
    [InlineData("scope", "openid admin", "invalid_scope")]
    [InlineData("prompt", "none", "login_required")]
    public async Task Sends_a_request_that_is_wrong_back_to_the_program(string field, string? value, string error)
    {
        var request = browser.Request;
        request.Remove(field);
        if (value is not null)
            request[field] = value;

        using var answer = await browser.Open(request);

        var said = answer.StatusCode is HttpStatusCode.Redirect ? Browser.Returned(answer)["error"] : await answer.Content.ReadAsStringAsync();
        said.ShouldContain(error);
        said.ShouldNotContain("<form");
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example/callback")]
    [InlineData("redirect_uri", "http://127.0.0.1:49152/elsewhere")]
    [InlineData("redirect_uri", "http://127.0.0.1.elsewhere.example:49152/callback")]
    [InlineData("redirect_uri", "http://user@127.0.0.1:49152/callback")]
    [InlineData("redirect_uri", "http://localhost:49152/callback")]
    [InlineData("client_id", "stranger")]
    [InlineData("client_id", "portal")]
    public async Task Sends_nobody_to_an_address_that_is_not_the_programs(string field, string value)
    {
        var request = browser.Request;
        request[field] = value;

        using var answer = await browser.Open(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task Takes_a_form_that_its_own_page_sent_alone()
    {
        using var page = await browser.Open(browser.Request);
        var fields = Browser.Fields(await page.Content.ReadAsStringAsync());
        using var other = new Browser(host);
        (await other.Send(fields, Name, Password)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "the cookie is another browser's");

        fields["__RequestVerificationToken"] = "invented";
        (await browser.Send(fields, Name, Password)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Shows_a_page_that_runs_nothing_and_is_framed_by_nobody()
    {
        using var page = await browser.Open(browser.Request);

        var content = await page.Content.ReadAsStringAsync();
        content.ShouldNotContain("<script");
        content.ShouldContain("<html lang=\"vi\">");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldEndWith("form-action 'self' http://127.0.0.1:49152");
        page.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var cookie = page.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("httponly");
    }

    [Fact]
    public async Task Encodes_what_it_is_sent()
    {
        var request = browser.Request;
        request["state"] = "\"><script>alert(1)</script>";

        using var page = await browser.SignIn("<b>x</b>", "wrong", request);

        var content = await page.Content.ReadAsStringAsync();
        content.ShouldNotContain("<script");
        content.ShouldNotContain("<b>x");
    }

    [Fact]
    public async Task Says_what_the_officer_may_do_anew_with_each_token()
    {
        var granted = await browser.Tokens(Name, Password);
        accounts.Give(Name, ["approver"], "spp:sl.so-tai-chinh", []);

        var renewed = await Browser.Granted(await browser.Renew(granted.GetProperty("refresh_token").GetString()!));

        var access = new JsonWebToken(renewed.GetProperty("access_token").GetString());
        access.GetPayloadValue<string[]>("roles").ShouldBe(["approver"]);
        access.GetPayloadValue<string>("agency").ShouldBe("spp:sl.so-tai-chinh");
    }

    [Fact]
    public async Task Takes_a_refresh_token_once()
    {
        var first = (await browser.Tokens(Name, Password)).GetProperty("refresh_token").GetString()!;
        var second = (await Browser.Granted(await browser.Renew(first))).GetProperty("refresh_token").GetString()!;

        await Browser.IsRefused(await browser.Renew(first));
        await Browser.IsRefused(await browser.Renew(second));
    }

    [Fact]
    public async Task Ends_with_the_account_and_with_its_password()
    {
        var disabled = await browser.Tokens(Name, Password);
        accounts.Disable(Name);
        await Browser.IsRefused(await browser.Renew(disabled.GetProperty("refresh_token").GetString()!));

        accounts.Enable(Name);
        var reset = await browser.Tokens(Name, Password);
        accounts.Reset(Name, Password + " mới");
        await Browser.IsRefused(await browser.Renew(reset.GetProperty("refresh_token").GetString()!));
        (await browser.SignIn(Name, Password)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await browser.Tokens(Name, Password + " mới");
    }

    [Fact]
    public async Task Ends_when_the_officer_signs_out()
    {
        var granted = await browser.Tokens(Name, Password);

        using var page = await browser.Get($"end-session?id_token_hint={granted.GetProperty("id_token").GetString()}");

        (await page.Content.ReadAsStringAsync()).ShouldContain("Đã đăng xuất");
        await Browser.IsRefused(await browser.Renew(granted.GetProperty("refresh_token").GetString()!));
    }

    [Fact]
    public async Task Lets_nobody_in_under_the_name_of_a_program()
    {
        var file = Path.Combine(host.Folder, OfficersOnDisk.FileName);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace($"\"{Name}\"", "\"spp\"", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1));

        (await browser.SignIn("spp", Password)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
