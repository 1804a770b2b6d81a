using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.JsonWebTokens;
using OtpNet;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;
using SocialPolicy.Accounts.Officers.SecondFactors;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary>With an authenticator that is computed here, over a clock that is turned.</summary>
public sealed partial class ShowingASecondFactor : IAsyncLifetime
{
    private const string Name = "nguyen.van.a";
    private const string Password = "một câu dài của riêng tôi";

    // Of tokens real services would look at the time; here nobody does, and each code needs a time of its own.
    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private readonly Clock clock = new();
    private TokenHost host = null!;
    private OfficerAccounts accounts = null!;
    private Browser browser = null!;

    public Task InitializeAsync() => Begin();

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Is_asked_for_once_it_is_set_and_stands_in_the_tokens()
    {
        Methods(await browser.Tokens(Name, Password)).ShouldBe(["pwd"]);
        var (secret, _) = await Set();

        using var asked = await browser.SignIn(Name, Password);
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Browser.Text(asked)).ShouldContain("Mã xác thực");
        using var back = await browser.Answer(asked, ("one_time_code", CodeOf(secret, steps: 1)));

        var granted = await browser.Redeemed(back);
        Methods(granted).ShouldBe(["pwd", "otp", "mfa"]);
        var access = new JsonWebToken(granted.GetProperty("access_token").GetString());
        access.GetPayloadValue<long>("auth_time").ShouldBe(clock.Now.ToUnixTimeSeconds());
        var identity = new JsonWebToken(granted.GetProperty("id_token").GetString());
        identity.GetPayloadValue<long>("auth_time").ShouldBe(clock.Now.ToUnixTimeSeconds());
        identity.GetPayloadValue<string[]>("amr").ShouldBe(["pwd", "otp", "mfa"]);

        clock.Now += TimeSpan.FromMinutes(5);
        var renewed = await Browser.Granted(await browser.Renew(granted.GetProperty("refresh_token").GetString()!));
        Methods(renewed).ShouldBe(["pwd", "otp", "mfa"]);
        new JsonWebToken(renewed.GetProperty("access_token").GetString()).GetPayloadValue<long>("auth_time").ShouldBe(access.GetPayloadValue<long>("auth_time"));
    }

    [Fact]
    public async Task Takes_a_code_once_also_that_which_set_it()
    {
        var (secret, _) = await Set();
        using (var first = await browser.SignIn(Name, Password))
        using (var refused = await browser.Answer(first, ("one_time_code", CodeOf(secret))))
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "the code that set it was used");

        clock.Now += TimeSpan.FromSeconds(30);
        (await SignIn(CodeOf(secret))).ShouldBe(HttpStatusCode.Redirect);
        (await SignIn(CodeOf(secret))).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(CodeOf(secret, steps: -1))).ShouldBe(HttpStatusCode.BadRequest, "one before it is not taken after it");
    }

    [Fact]
    public async Task Takes_a_code_of_the_step_before_and_of_the_one_ahead_and_of_no_other()
    {
        var (secret, _) = await Set();
        clock.Now += TimeSpan.FromMinutes(5);

        (await SignIn(CodeOf(secret, steps: -2))).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(CodeOf(secret, steps: 2))).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(CodeOf(secret, steps: -1))).ShouldBe(HttpStatusCode.Redirect);
        var spaced = CodeOf(secret, steps: 1);
        (await SignIn($" {spaced[..3]} {spaced[3..]}")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Takes_a_recovery_code_once_however_it_is_typed()
    {
        var (_, codes) = await Set();
        codes.Count.ShouldBe(10);
        codes.Distinct().Count().ShouldBe(10);

        using var asked = await browser.SignIn(Name, Password);
        using var back = await browser.Answer(asked, ("one_time_code", codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal).Replace("0", "O", StringComparison.Ordinal)));
        Methods(await browser.Redeemed(back)).ShouldBe(["pwd", "mfa"]);

        (await SignIn(codes[3])).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(codes[4])).ShouldBe(HttpStatusCode.Redirect);
        accounts.SecondFactors[Name].RecoveryCodes.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Keeps_what_was_used_over_a_restart()
    {
        var (secret, codes) = await Set();
        (await SignIn(codes[0])).ShouldBe(HttpStatusCode.Redirect);
        (await SignIn(CodeOf(secret, steps: 1))).ShouldBe(HttpStatusCode.Redirect);

        await Restart();

        (await SignIn(codes[0])).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(CodeOf(secret, steps: 1))).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(codes[1])).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Shows_secret_and_codes_this_once_and_keeps_them_to_itself()
    {
        var (secret, codes) = await Set();

        var file = Path.Combine(host.Folder, "second-factors.json");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var kept = await File.ReadAllTextAsync(file);
        foreach (var code in codes)
            (kept.Contains(code, StringComparison.OrdinalIgnoreCase) || kept.Contains(RecoveryCodes.Bare(code), StringComparison.OrdinalIgnoreCase)).ShouldBeFalse();
        var trail = await File.ReadAllTextAsync(Path.Combine(host.Folder, "accounts.log"));
        trail.ShouldContain($"officer second factor set\t{Name}\t\tofficer:{Name}");
        trail.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Draws_a_picture_that_needs_no_script_and_no_file()
    {
        using var page = await Open();

        var content = await page.Content.ReadAsStringAsync();
        content.ShouldContain("<svg");
        content.ShouldNotContain("<script");
        content.ShouldNotContain("<img");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'sha256-");
        SecretOn(content).Length.ShouldBe(32, "20 bytes in base32");
    }

    [Fact]
    public async Task Is_set_by_who_has_read_it_into_an_authenticator()
    {
        using var page = await Open();
        using var wrong = await browser.Answer(page, ("one_time_code", "000000"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        accounts.SecondFactors.ShouldBeEmpty();

        SecretOn(await wrong.Content.ReadAsStringAsync()).ShouldBe(SecretOn(await page.Content.ReadAsStringAsync()), "it was read into the authenticator already");
        using var right = await browser.Answer(wrong, ("one_time_code", CodeOf(SecretOn(await wrong.Content.ReadAsStringAsync()))));
        (await Browser.Text(right)).ShouldContain("Mã khôi phục");
        using var done = await browser.Answer(right);
        (await Browser.Text(done)).ShouldContain("Đã bật xác thực hai lớp");
    }

    [Fact]
    public async Task Is_replaced_by_who_has_the_one_before()
    {
        var (first, codes) = await Set();
        using var asked = await Open();
        (await Browser.Text(asked)).ShouldNotContain("<svg", Case.Sensitive, "the password alone shows no new secret");

        using var page = await browser.Answer(asked, ("one_time_code", codes[0]));
        var second = SecretOn(await page.Content.ReadAsStringAsync());
        second.ShouldNotBe(first);
        using var set = await browser.Answer(page, ("one_time_code", CodeOf(second)));
        set.StatusCode.ShouldBe(HttpStatusCode.OK);

        clock.Now += TimeSpan.FromMinutes(2);
        (await SignIn(CodeOf(first))).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(codes[1])).ShouldBe(HttpStatusCode.BadRequest, "the codes on paper are replaced with it");
        (await SignIn(CodeOf(second))).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Is_needed_for_another_password_too()
    {
        var (secret, _) = await Set();
        using var page = await browser.Get("password");
        using var asked = await browser.Answer(page, ("username", Name), ("password", Password), ("new_password", "một câu khác, cũng dài"), ("new_password_again", "một câu khác, cũng dài"));
        (await Browser.Text(asked)).ShouldContain("Mã xác thực");
        (await SignIn(CodeOf(secret, steps: 1))).ShouldBe(HttpStatusCode.Redirect, "the old password is in force");

        clock.Now += TimeSpan.FromMinutes(1);
        using var done = await browser.Answer(asked, ("one_time_code", CodeOf(secret)));

        (await Browser.Text(done)).ShouldContain("Đã đổi mật khẩu");
        (await browser.SignIn(Name, Password)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Is_tried_no_more_often_than_a_password()
    {
        await Set();
        await Restart(("Tokens:TriesOfOfficer", "3"));
        using var asked = await browser.SignIn(Name, Password);
        using var first = await browser.Answer(asked, ("one_time_code", "000000"));
        using var second = await browser.Answer(first, ("one_time_code", "000001"));

        using var third = await browser.Answer(second, ("one_time_code", "000002"));

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta.ShouldNotBeNull();
    }

    [Fact]
    public async Task Takes_recovery_codes_alone_after_too_many_wrong_ones_in_a_row()
    {
        var (secret, codes) = await Set();
        SecondFactorsOnDisk.Change(new PrivateFolder(host.Folder), factors => factors[Name] = factors[Name] with { Misses = SecondFactor.MostMisses - 1 });

        (await SignIn("000000")).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(CodeOf(secret, steps: 1))).ShouldBe(HttpStatusCode.BadRequest);
        (await SignIn(codes[0])).ShouldBe(HttpStatusCode.Redirect);
        (await SignIn(CodeOf(secret, steps: 1))).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Is_set_before_the_first_code_where_all_need_one()
    {
        await Restart(("Tokens:SecondFactor", "required"));

        using var asked = await browser.SignIn(Name, Password);
        using var codes = await browser.Answer(asked, ("one_time_code", CodeOf(SecretOn(await asked.Content.ReadAsStringAsync()))));
        using var back = await browser.Answer(codes);

        Methods(await browser.Redeemed(back)).ShouldBe(["pwd", "otp", "mfa"]);
        (await browser.Answer(codes)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "what was shown once signs in once");
    }

    [Fact]
    public async Task Is_needed_of_the_roles_that_are_named_alone()
    {
        await Restart(("Tokens:SecondFactorRoles:0", "approver"));
        await browser.Tokens(Name, Password);

        accounts.Give(Name, ["viewer", "approver"], null, []);

        (await Browser.Text(await browser.SignIn(Name, Password))).ShouldContain("<svg");
    }

    [Fact]
    public async Task Is_not_offered_where_nobody_sets_one_and_still_asked_of_who_has()
    {
        var (secret, _) = await Set();
        await Restart(("Tokens:SecondFactor", "none"));

        (await browser.Get("second-factor")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Browser.Text(await browser.Open(browser.Request))).ShouldNotContain("second-factor");
        (await SignIn(CodeOf(secret, steps: 1))).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Lets_nobody_in_while_it_is_not_known_who_has_one()
    {
        await Set();
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "second-factors.json"), "{");
        await Restart();

        (await browser.SignIn(Name, Password)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Is_no_more_once_the_administrator_has_reset_it()
    {
        await Set();

        accounts.ResetSecondFactor(Name);

        Methods(await browser.Tokens(Name, Password)).ShouldBe(["pwd"]);
    }

    private async Task Begin(string? folder = null, params (string, string)[] settings)
    {
        host = await TokenHost.Start(folder, clock, settings.Length > 0 ? settings : [("Tokens:TriesOfOfficer", "1000")]);
        var accountsOf = new PrivateFolder(host.Folder);
        accounts = new(accountsOf, new AccountsLog(accountsOf));
        if (folder is null)
            accounts.Add(Name, Password, ["viewer"], null, []);
        browser = new(host);
    }

    private async Task Restart(params (string, string)[] settings)
    {
        browser.Dispose();
        await host.Stop();
        await Begin(host.Folder, settings);
    }

    private async Task<HttpResponseMessage> Open()
    {
        using var page = await browser.Get("second-factor");
        return await browser.Answer(page, ("username", Name), ("password", Password));
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> Set()
    {
        using var page = await Open();
        var secret = SecretOn(await page.Content.ReadAsStringAsync());
        using var codes = await browser.Answer(page, ("one_time_code", CodeOf(secret)));
        codes.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (secret, [.. Item().Matches(await codes.Content.ReadAsStringAsync()).Select(match => match.Groups["code"].Value)]);
    }

    private async Task<HttpStatusCode> SignIn(string code)
    {
        using var asked = await browser.SignIn(Name, Password);
        using var back = await browser.Answer(asked, ("one_time_code", code));
        return back.StatusCode;
    }

    private string CodeOf(string secret, int steps = 0) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp((clock.Now + steps * TimeSpan.FromSeconds(30)).UtcDateTime);

    private static string SecretOn(string page) => Shown().Match(page).Groups["secret"].Value.Replace(" ", "", StringComparison.Ordinal);

    private static string[] Methods(JsonElement granted) => new JsonWebToken(granted.GetProperty("access_token").GetString()).GetPayloadValue<string[]>("amr");

    [GeneratedRegex("<p class=\"secret\">(?<secret>[A-Z2-7 ]+)</p>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Shown();

    [GeneratedRegex("<li>(?<code>[0-9a-z-]{19})</li>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Item();
}
