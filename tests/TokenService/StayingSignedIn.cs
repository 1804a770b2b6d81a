using SocialPolicy.Accounts;
using SocialPolicy.Accounts.Officers;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary>While the token service starts anew.</summary>
public sealed class StayingSignedIn : IAsyncLifetime
{
    private const string Name = "nguyen.van.a";
    private const string Password = "một câu dài của riêng tôi";

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private readonly Clock clock = new();
    private TokenHost host = null!;
    private Browser browser = null!;

    private string[] Kept => Directory.GetFiles(Path.Combine(host.Folder, "sessions"));

    public async Task InitializeAsync()
    {
        host = await TokenHost.Start(clock: clock, settings: ("Tokens:Authority", "http://127.0.0.1:1"));
        var folder = new PrivateFolder(host.Folder);
        new OfficerAccounts(folder, new AccountsLog(folder)).Add(Name, Password, ["viewer"], null, []);
        browser = new(host);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Goes_on_with_the_refresh_token_that_was_good()
    {
        var first = (await browser.Tokens(Name, Password)).GetProperty("refresh_token").GetString()!;
        var second = (await Browser.Granted(await browser.Renew(first))).GetProperty("refresh_token").GetString()!;
        File.GetUnixFileMode(Kept.ShouldHaveSingleItem()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await Restart();

        var third = (await Browser.Granted(await browser.Renew(second))).GetProperty("refresh_token").GetString()!;
        await Browser.IsRefused(await browser.Renew(second));
        await Browser.IsRefused(await browser.Renew(third));
        Kept.ShouldBeEmpty("one that comes again ends the session");
    }

    [Fact]
    public async Task Ends_all_the_same_with_another_password()
    {
        var token = (await browser.Tokens(Name, Password)).GetProperty("refresh_token").GetString()!;
        var folder = new PrivateFolder(host.Folder);
        new OfficerAccounts(folder, new AccountsLog(folder)).Reset(Name, Password + " mới");

        await Restart();

        await Browser.IsRefused(await browser.Renew(token));
    }

    [Fact]
    public async Task Ends_all_the_same_when_the_day_is_over()
    {
        await browser.Tokens(Name, Password);
        clock.Now += TimeSpan.FromHours(9);

        await Restart();

        Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ends_when_nothing_is_done_with_it_for_an_hour()
    {
        var token = (await browser.Tokens(Name, Password)).GetProperty("refresh_token").GetString()!;
        clock.Now += TimeSpan.FromMinutes(59);
        token = (await Browser.Granted(await browser.Renew(token))).GetProperty("refresh_token").GetString()!;
        clock.Now += TimeSpan.FromMinutes(59);
        token = (await Browser.Granted(await browser.Renew(token))).GetProperty("refresh_token").GetString()!;

        clock.Now += TimeSpan.FromMinutes(60);

        await Browser.IsRefused(await browser.Renew(token));
        Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_not_kept_from_starting_by_a_session_that_cannot_be_read()
    {
        await browser.Tokens(Name, Password);
        await File.WriteAllTextAsync(Kept.Single(), "{");

        await Restart();

        Kept.ShouldBeEmpty();
        await browser.Tokens(Name, Password);
    }

    // Elsewhere it may listen; the issuer stays what it was.
    private async Task Restart()
    {
        browser.Dispose();
        await host.Stop();
        host = await TokenHost.Start(host.Folder, clock, ("Tokens:Authority", "http://127.0.0.1:1"));
        browser = new(host);
    }
}
