using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using Duende.IdentityModel.OidcClient.Browser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SocialPolicy.Cli.Installation;

/// <summary>The browser of this computer, and the loopback address that it is sent back to (RFC 8252, section 7.3).</summary>
internal sealed class LoopbackBrowser : IBrowser, IAsyncDisposable
{
    private const string Page = """
        <!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>spp</title>
        <p>Xong. Có thể đóng trang này và quay lại cửa sổ lệnh.</p></html>
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool opens;
    private readonly WebApplication app;

    private LoopbackBrowser(bool opens)
    {
        this.opens = opens;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(Take);
    }

    public string ReturnTo => $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/callback";

    public static async Task<LoopbackBrowser> Listen(bool opens, CancellationToken cancellation)
    {
        var browser = new LoopbackBrowser(opens);
        await browser.app.StartAsync(cancellation);
        return browser;
    }

    public async Task<BrowserResult> InvokeAsync(BrowserOptions options, CancellationToken cancellationToken = default)
    {
        await Console.Error.WriteLineAsync($"Sign in here:\n{options.StartUrl}");
        if (opens)
            Open(options.StartUrl);
        try
        {
            return new() { ResultType = BrowserResultType.Success, Response = await answer.Task.WaitAsync(Patience, cancellationToken) };
        }
        catch (TimeoutException)
        {
            return new() { ResultType = BrowserResultType.Timeout, Error = "Nobody signed in within five minutes" };
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        if (context.Request.Path != "/callback" || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Page, context.RequestAborted);
        await context.Response.CompleteAsync();
        answer.TrySetResult(context.Request.QueryString.Value ?? "");
    }

    // Who has no browser here opens the printed address elsewhere on this computer.
    private static void Open(string address)
    {
        try
        {
            using var _ = Process.Start(new ProcessStartInfo("xdg-open", [address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
        }
    }
}
