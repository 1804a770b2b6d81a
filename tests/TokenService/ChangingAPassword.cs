using System.Net;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary>On the page that belongs to no program, and on the way of a sign-in that must not go on without.</summary>
public sealed class ChangingAPassword : IAsyncLifetime
{
    private const string Name = "nguyen.van.a";
    private const string Password = "một câu dài của riêng tôi";
    private const string Other = "một câu khác, cũng dài";

    private TokenHost host = null!;
    private OfficerAccounts accounts = null!;
    private Browser browser = null!;

    private string[] Trail => [.. File.ReadAllLines(Path.Combine(host.Folder, "accounts.log")).Select(line => line.Split('\t')).Select(cells => $"{cells[1]} by {cells[4].Split(':')[0]}")];

    public async Task InitializeAsync()
    {
        host = await TokenHost.Start();
        var folder = new PrivateFolder(host.Folder);
        accounts = new(folder, new AccountsLog(folder));
        accounts.Add(Name, Password, ["viewer"], null, []);
        browser = new(host);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Takes_the_old_one_and_ends_every_session_of_it()
    {
        var before = await browser.Tokens(Name, Password);

        using var changed = await Change(Name, Password, Other);

        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Browser.Text(changed)).ShouldContain("Đã đổi mật khẩu");
        await Browser.IsRefused(await browser.Renew(before.GetProperty("refresh_token").GetString()!));
        (await browser.SignIn(Name, Password)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await browser.Tokens(Name, Other);
        Trail.ShouldBe(["officer added by os", "officer password changed by officer"]);
    }

    [Fact]
    public async Task Answers_a_wrong_password_as_an_unknown_name_and_as_a_disabled_officer()
    {
        accounts.Add("le.van.c", Password, ["viewer"], null, []);
        accounts.Disable("le.van.c");

        foreach (var (name, password) in ((string, string)[])[(Name, "not this one at all"), ("tran.thi.b", Password), ("le.van.c", Password)])
        {
            using var refused = await Change(name, password, Other);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await Browser.Text(refused)).ShouldContain("Tên hoặc mật khẩu không đúng.");
        }

        await browser.Tokens(Name, Password);
    }

    [Theory]
    [InlineData("ngắn quá 11", "ngắn quá 11", "từ 12 đến 256 ký tự")]
    [InlineData("MatKhau123456", "MatKhau123456", "dễ bị đoán")]
    [InlineData("xx-Nguyen.Van.A-xx", "xx-Nguyen.Van.A-xx", "tên của bạn")]
    [InlineData(Other, Other + ".", "không giống nhau")]
    [InlineData(Password, Password, "trùng với mật khẩu hiện tại")]
    public async Task Takes_no_new_one_that_the_command_line_would_not_take(string fresh, string again, string said)
    {
        using var refused = await Change(Name, Password, fresh, again);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Browser.Text(refused);
        page.ShouldContain(said);
        page.ShouldNotContain($"value=\"{fresh}\"");
        await browser.Tokens(Name, Password);
    }

    [Fact]
    public async Task Is_tried_no_more_often_than_a_sign_in()
    {
        await using var slow = await TokenHost.Start(settings: ("Tokens:TriesOfOfficer", "2"));
        using var other = new Browser(slow);
        for (var guess = 0; guess < 2; guess++)
            (await Change(Name, "wrong", Other, null, other)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var third = await Change(Name, "wrong", Other, null, other);

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta.ShouldNotBeNull();
        (await other.SignIn(Name, "wrong")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "the tries are counted together");
    }

    [Fact]
    public async Task Is_offered_by_the_page_of_the_sign_in_and_is_as_closed_as_it()
    {
        using var signIn = await browser.Open(browser.Request);
        (await signIn.Content.ReadAsStringAsync()).ShouldContain("href=\"password\"");

        using var page = await browser.Get("password");

        (await page.Content.ReadAsStringAsync()).ShouldNotContain("<script");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldEndWith("frame-ancestors 'none'; form-action 'self'");
        page.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Takes_a_form_that_its_own_page_sent_alone()
    {
        using var page = await browser.Get("password");
        using var other = new Browser(host);

        using var forged = await other.Answer(page, ("username", Name), ("password", Password), ("new_password", Other), ("new_password_again", Other));

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "the cookie is another browser's");
        await browser.Tokens(Name, Password);
    }

    [Fact]
    public async Task Comes_before_the_code_when_somebody_else_knows_the_password()
    {
        accounts.Reset(Name, "một câu do quản trị đặt", mustChange: true);

        using var asked = await browser.SignIn(Name, "một câu do quản trị đặt");
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Browser.Text(asked)).ShouldContain("Đặt mật khẩu mới");

        using var unchanged = await browser.Answer(asked, ("new_password", "một câu do quản trị đặt"), ("new_password_again", "một câu do quản trị đặt"));
        (await Browser.Text(unchanged)).ShouldContain("trùng với mật khẩu hiện tại");

        using var back = await browser.Answer(unchanged, ("new_password", Other), ("new_password_again", Other));
        await browser.Redeemed(back);
        await browser.Tokens(Name, Other);
    }

    [Fact]
    public async Task Goes_on_from_a_page_once_and_from_nobody_elses()
    {
        accounts.Reset(Name, "một câu do quản trị đặt", mustChange: true);
        using var asked = await browser.SignIn(Name, "một câu do quản trị đặt");
        using (var back = await browser.Answer(asked, ("new_password", Other), ("new_password_again", Other)))
            back.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var again = await browser.Answer(asked, ("new_password", Other + " nữa"), ("new_password_again", Other + " nữa"));

        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Browser.Text(again)).ShouldContain("Trang đã để quá lâu");
        await browser.Tokens(Name, Other);
    }

    [Fact]
    public async Task Ends_with_the_account_on_the_way()
    {
        accounts.Reset(Name, "một câu do quản trị đặt", mustChange: true);
        using var asked = await browser.SignIn(Name, "một câu do quản trị đặt");
        accounts.Disable(Name);

        (await browser.Answer(asked, ("new_password", Other), ("new_password_again", Other))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        accounts.All.Single().MustChange.ShouldBeTrue();
    }

    private async Task<HttpResponseMessage> Change(string name, string password, string fresh, string? again = null, Browser? by = null)
    {
        by ??= browser;
        using var page = await by.Get("password");
        return await by.Answer(page, ("username", name), ("password", password), ("new_password", fresh), ("new_password_again", again ?? fresh));
    }
}
