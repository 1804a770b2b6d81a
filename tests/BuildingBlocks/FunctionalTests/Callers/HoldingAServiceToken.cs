using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Callers;

public sealed class HoldingAServiceToken : IAsyncLifetime
{
    private readonly ServiceProvider services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private readonly TestClock clock = new();
    private TokenFront issuer = null!;

    public async Task InitializeAsync() => issuer = await TokenFront.Start();

    public async Task DisposeAsync()
    {
        await issuer.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task Keeps_it_until_a_minute_before_its_end()
    {
        using var tokens = Tokens();
        (await Get(tokens)).ShouldBe("token-1");

        clock.Advance(TimeSpan.FromMinutes(9) - TimeSpan.FromSeconds(1));
        (await Get(tokens)).ShouldBe("token-1");

        clock.Advance(TimeSpan.FromSeconds(1));
        (await Get(tokens)).ShouldBe("token-2");
        issuer.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_a_short_one_for_half_its_time()
    {
        issuer.Answer = context => TokenFront.Give(context, $"token-{issuer.Requests}", seconds: 40);
        using var tokens = Tokens();
        await Get(tokens);

        clock.Advance(TimeSpan.FromSeconds(19));
        (await Get(tokens)).ShouldBe("token-1");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await Get(tokens)).ShouldBe("token-2");
    }

    [Fact]
    public async Task Asks_once_for_all_who_wait_and_not_in_the_name_of_the_first()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        issuer.Answer = async context =>
        {
            await release.Task;
            await TokenFront.Give(context, "one-for-all");
        };
        using var tokens = Tokens();
        using var impatient = new CancellationTokenSource();
        var first = tokens.Get(impatient.Token).AsTask();
        var others = Enumerable.Range(0, 5).Select(_ => Get(tokens)).ToList();
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        release.SetResult();

        (await Task.WhenAll(others)).ShouldAllBe(token => token == "one-for-all");
        issuer.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Names_itself_with_its_secret_as_the_header_wants_it()
    {
        using var tokens = Tokens(secret: "a:b c%");

        await Get(tokens);

        issuer.Credentials.ShouldBe("reporting:a%3Ab%20c%25");
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized, """{"error":"invalid_client"}""")]
    [InlineData(StatusCodes.Status429TooManyRequests, "{}")]
    [InlineData(StatusCodes.Status500InternalServerError, "")]
    [InlineData(StatusCodes.Status200OK, "")]
    [InlineData(StatusCodes.Status200OK, "[]")]
    [InlineData(StatusCodes.Status200OK, "{}")]
    [InlineData(StatusCodes.Status200OK, """{"access_token":"","expires_in":600}""")]
    [InlineData(StatusCodes.Status200OK, """{"access_token":"x","expires_in":0}""")]
    public async Task Takes_every_other_answer_for_an_issuer_that_is_away(int code, string body)
    {
        issuer.Answer = context => TokenFront.Say(context, code, body);
        using var tokens = Tokens();

        await IsUnavailable(tokens);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/token")]
    [InlineData("ftp://127.0.0.1/token")]
    public async Task Sends_its_secret_only_where_the_issuer_may_be(string? endpoint)
    {
        issuer.Endpoint = endpoint;
        using var tokens = Tokens();

        await IsUnavailable(tokens);

        issuer.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Leaves_an_issuer_alone_for_a_moment_when_it_failed()
    {
        var well = issuer.Answer;
        issuer.Answer = context => TokenFront.Say(context, StatusCodes.Status503ServiceUnavailable, "");
        using var tokens = Tokens();
        await IsUnavailable(tokens);
        issuer.Answer = well;

        await IsUnavailable(tokens);
        issuer.Requests.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(5));
        (await Get(tokens)).ShouldBe("token-2");
    }

    [Fact]
    public async Task Uses_the_one_it_has_to_its_end_while_the_issuer_is_away()
    {
        using var tokens = Tokens();
        await Get(tokens);
        issuer.Answer = context => TokenFront.Say(context, StatusCodes.Status503ServiceUnavailable, "");

        clock.Advance(TimeSpan.FromMinutes(9.5));
        (await Get(tokens)).ShouldBe("token-1");
        issuer.Requests.ShouldBe(2);

        clock.Advance(TimeSpan.FromMinutes(0.5));
        await IsUnavailable(tokens);
    }

    [Fact]
    public async Task Needs_a_name_and_a_secret()
    {
        using var tokens = Tokens(secret: "");

        (await Should.ThrowAsync<InvalidOperationException>(() => Get(tokens))).Message.ShouldContain("Identity:ClientSecret");
        issuer.Requests.ShouldBe(0);
    }

    private static Task<string> Get(ServiceTokens tokens) => tokens.Get(CancellationToken.None).AsTask();

    private static async Task IsUnavailable(ServiceTokens tokens) =>
        (await Should.ThrowAsync<RuleBroken>(() => Get(tokens))).Rules.ShouldHaveSingleItem().ShouldBeOfType<IssuerCanBeReached>();

    private ServiceTokens Tokens(string secret = "secret")
    {
        var options = Options.Create(new IdentityOptions { Authority = issuer.Address, ClientId = "reporting", ClientSecret = secret });
        return new(new TokenRequests(services.GetRequiredService<IHttpClientFactory>(), options), options, NullLogger<ServiceTokens>.Instance) { Clock = clock };
    }
}
