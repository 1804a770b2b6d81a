using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Harness.Identity;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Api;

public sealed class FetchingTheIssuersKeys : IAsyncLifetime
{
    private readonly ServiceProvider services;

    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestIssuer issuer = null!;
    private WebApplication front = null!;
    private Func<HttpContext, Task> answer = null!;
    private int requests;

    // An issuer that answers may take as long as IssuerKeys lets it: the machine may be busy.
    private TimeSpan patience = Timeout.InfiniteTimeSpan;

    public FetchingTheIssuersKeys() => services = new ServiceCollection()
        .AddHttpClient(IssuerKeys.HttpClientName, client => client.Timeout = patience).Services.BuildServiceProvider();

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.Start();
        answer = Well;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        front = builder.Build();
        front.Run(context =>
        {
            Interlocked.Increment(ref requests);
            asked.TrySetResult();
            return answer(context);
        });
        await front.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await front.DisposeAsync();
        await issuer.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task Is_one_request_for_all_who_wait_while_the_issuer_hangs()
    {
        using var keys = Keys(pause: TimeSpan.Zero);
        var known = await keys.Get(CancellationToken.None);
        requests = 0;
        patience = TimeSpan.FromSeconds(1);
        answer = Never;

        var waiting = Enumerable.Range(0, 5).Select(_ => keys.NewerThan(known, CancellationToken.None).AsTask());

        (await Task.WhenAll(waiting)).ShouldAllBe(found => found == known);
        requests.ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_an_issuer_alone_that_failed_before_it_ever_answered()
    {
        using var keys = Keys(pause: TimeSpan.FromMinutes(1));
        answer = context => Answer(context, "text/plain", "Down.", StatusCodes.Status500InternalServerError);
        await IsUnavailable(keys);
        var first = requests;

        await IsUnavailable(keys);

        requests.ShouldBe(first);
    }

    [Fact]
    public async Task Counts_the_pause_from_the_end_of_a_request()
    {
        using var keys = Keys(pause: TimeSpan.FromSeconds(2.9));
        patience = TimeSpan.FromSeconds(3);
        answer = Never;
        await IsUnavailable(keys);

        await IsUnavailable(keys);

        requests.ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_end_with_the_patience_of_who_asked_first()
    {
        using var keys = Keys(pause: TimeSpan.FromMinutes(1));
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        answer = async context =>
        {
            await release.Task;
            await Well(context);
        };
        using var impatient = new CancellationTokenSource();
        var first = keys.Get(impatient.Token).AsTask();
        await asked.Task;
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);

        release.SetResult();

        (await keys.Get(CancellationToken.None)).Parameters.IssuerSigningKeys.ShouldHaveSingleItem().KeyId.ShouldBe(issuer.Key.KeyId);
        requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><title>Back soon</title>")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "[]")]
    public async Task Takes_a_page_that_is_not_an_issuers_for_an_issuer_that_is_away(string type, string page)
    {
        using var keys = Keys(pause: TimeSpan.Zero);
        var known = await keys.Get(CancellationToken.None);
        answer = context => Answer(context, type, page);

        (await keys.NewerThan(known, CancellationToken.None)).ShouldBe(known);

        using var others = Keys(pause: TimeSpan.Zero);
        await IsUnavailable(others);
    }

    private static async Task IsUnavailable(IssuerKeys keys) =>
        (await Should.ThrowAsync<RuleBroken>(() => keys.Get(CancellationToken.None).AsTask())).Rules.ShouldHaveSingleItem().ShouldBeOfType<IssuerCanBeReached>();

    private IssuerKeys Keys(TimeSpan pause) => new(
        services.GetRequiredService<IHttpClientFactory>(),
        Options.Create(new IdentityOptions { Authority = front.Urls.Single(), PauseBetweenKeyRequests = pause }),
        NullLogger<IssuerKeys>.Instance);

    private Task Well(HttpContext context) => Answer(
        context, "application/json", $$"""{"issuer":"{{front.Urls.Single()}}","jwks_uri":"{{issuer.Authority}}/.well-known/jwks.json"}""");

    private static Task Never(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    private static Task Answer(HttpContext context, string type, string body, int code = StatusCodes.Status200OK)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (code, type);
        return context.Response.WriteAsync(body);
    }
}
