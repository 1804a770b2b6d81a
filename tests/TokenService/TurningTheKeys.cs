using Microsoft.IdentityModel.JsonWebTokens;

namespace SocialPolicy.TokenService.FunctionalTests;

public class TurningTheKeys
{
    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 10, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Fact]
    public async Task Publishes_a_key_before_it_signs_and_after_it_signed()
    {
        var clock = new Clock();
        await using var host = await TokenHost.Start(clock: clock);
        var first = (await host.PublishedKeys()).ShouldHaveSingleItem();

        clock.Now += TimeSpan.FromDays(90);
        var both = await host.PublishedKeys();
        both.Count.ShouldBe(2);
        both.ShouldContain(first);
        (await Signer(host)).ShouldBe(first, "services may not have fetched the new key yet");

        clock.Now += TimeSpan.FromMinutes(15);
        var second = both.Single(key => key != first);
        (await Signer(host)).ShouldBe(second);
        (await host.PublishedKeys()).ShouldBe(both, ignoreOrder: true, "tokens of the old key are still good");

        clock.Now += TimeSpan.FromMinutes(12);
        (await host.PublishedKeys()).ShouldBe([second]);
        Directory.GetFiles(Path.Combine(host.Folder, "keys")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Begins_with_a_key_that_signs_at_once()
    {
        await using var host = await TokenHost.Start();

        (await Signer(host)).ShouldBe((await host.PublishedKeys()).ShouldHaveSingleItem());
    }

    [Fact]
    public async Task Goes_on_with_the_key_there_is_while_a_new_one_cannot_be_kept()
    {
        var clock = new Clock();
        await using var host = await TokenHost.Start(clock: clock);
        var first = await Signer(host);
        var (keys, elsewhere) = (Path.Combine(host.Folder, "keys"), Path.Combine(host.Folder, "elsewhere"));
        Directory.Move(keys, elsewhere);

        clock.Now += TimeSpan.FromDays(90);
        (await Signer(host)).ShouldBe(first);
        (await host.PublishedKeys()).ShouldBe([first]);

        Directory.Move(elsewhere, keys);
        clock.Now += TimeSpan.FromMinutes(1);
        (await host.PublishedKeys()).Count.ShouldBe(2);

        Directory.Move(keys, elsewhere);
        clock.Now += TimeSpan.FromDays(1);
        (await Signer(host)).ShouldNotBe(first, "a file that cannot be deleted stops no signing");
    }

    private static async Task<string> Signer(TokenHost host) => new JsonWebToken(await host.Token()).Kid;
}
