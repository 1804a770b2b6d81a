using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.BuildingBlocks.FunctionalTests.Callers;

/// <summary>An issuer over real HTTP that answers as a test tells it to, and counts.</summary>
internal sealed class TokenFront : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private TokenFront()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Serve);
        Answer = context => Give(context, $"token-{Requests}");
    }

    /// <summary>What <c>/token</c> answers; by default <c>token-1</c>, <c>token-2</c> and so on, good for ten minutes.</summary>
    public Func<HttpContext, Task> Answer { get; set; }

    /// <summary>Where discovery says tokens are; null: nowhere.</summary>
    public string? Endpoint { get; set; }

    /// <summary>How often a token was asked for.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>The client and the secret of the last request.</summary>
    public string? Credentials { get; private set; }

    public string Address => app.Urls.Single();

    public static async Task<TokenFront> Start()
    {
        var front = new TokenFront();
        await front.app.StartAsync();
        front.Endpoint = $"{front.Address}/token";
        return front;
    }

    public static Task Give(HttpContext context, string token, int seconds = 600) =>
        context.Response.WriteAsJsonAsync(new { access_token = token, token_type = "Bearer", expires_in = seconds });

    public static Task Say(HttpContext context, int code, string body)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (code, "application/json");
        return context.Response.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        if (context.Request.Path != "/token")
        {
            await context.Response.WriteAsJsonAsync(new { issuer = Address, token_endpoint = Endpoint });
            return;
        }

        Interlocked.Increment(ref requests);
        Credentials = Encoding.UTF8.GetString(Convert.FromBase64String(AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString()).Parameter!));
        await Answer(context);
    }
}
