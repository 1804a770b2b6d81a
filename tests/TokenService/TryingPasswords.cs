using System.Net;
using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;

namespace SocialPolicy.TokenService.FunctionalTests;

public sealed class TryingPasswords
{
    private const string Password = "một câu dài của riêng tôi";

    [Fact]
    public async Task Of_one_officer_is_refused_after_a_while_also_with_the_right_one_and_to_no_other()
    {
        await using var host = await Start(("Tokens:TriesOfOfficer", "2"));
        using var browser = new Browser(host);
        await browser.SignIn("nguyen.van.a", "wrong");
        await browser.SignIn("nguyen.van.a", "wrong");

        using var third = await browser.SignIn("nguyen.van.a", Password);

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(5));
        (await browser.SignIn("tran.thi.b", Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task From_one_address_is_refused_whoever_is_named()
    {
        await using var host = await Start(("Tokens:TriesOfAddress", "2"));
        using var browser = new Browser(host);
        await browser.SignIn("guess-1", "wrong");
        await browser.SignIn("guess-2", "wrong");

        (await browser.SignIn("tran.thi.b", Password)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task<TokenHost> Start(params (string, string)[] settings)
    {
        var host = await TokenHost.Start(settings: settings);
        var folder = new PrivateFolder(host.Folder);
        var accounts = new OfficerAccounts(folder, new AccountsLog(folder));
        accounts.Add("nguyen.van.a", Password, ["viewer"], null, []);
        accounts.Add("tran.thi.b", Password, ["viewer"], null, []);
        return host;
    }
}
