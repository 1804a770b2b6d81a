using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocialPolicy.Dashboard.FunctionalTests.Setting;

/// <summary>A test that needs the distribution's browser, skipped where it is missing.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (!File.Exists(Chromium.Path))
            Skip = $"{Chromium.Path} is missing: apt-get install chromium";
    }
}

/// <summary>The browser without a window, with a profile of its own, spoken to by its developer protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    public const string Path = "/usr/bin/chromium";

    private readonly Process browser;
    private readonly DirectoryInfo profile;
    private readonly HttpClient http;

    private Chromium(Process browser, DirectoryInfo profile, Uri control)
    {
        this.browser = browser;
        this.profile = profile;
        http = new HttpClient { BaseAddress = control };
    }

    public static async Task<Chromium> Start()
    {
        var folder = Directory.CreateTempSubdirectory("chromium-");
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--no-first-run", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={folder.FullName}", "about:blank",
        ];
        var process = Process.Start(new ProcessStartInfo(Path, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        return new Chromium(process, folder, await ControlOf(process));
    }

    /// <summary>A browser whose tabs are signed in to the dashboard.</summary>
    public static async Task<Chromium> StartSignedIn(RunningDashboard dashboard)
    {
        var browser = await Start();
        await using var tab = await browser.Open(dashboard.SignIn);
        return browser;
    }

    /// <summary>Opens a page in a tab of its own.</summary>
    public async Task<Tab> Open(Uri page, int width = 1440, int height = 900, bool dark = false)
    {
        using var response = await http.PutAsync(new Uri("/json/new?about:blank", UriKind.Relative), content: null);
        var target = await response.Content.ReadFromJsonAsync<JsonElement>();
        var tab = await Tab.Connect(new Uri(target.GetProperty("webSocketDebuggerUrl").GetString()!));
        await tab.Send("Runtime.enable");
        await tab.Send("Log.enable");
        await tab.Send("Page.enable");
        await tab.Send("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });
        await tab.Send("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = dark ? "dark" : "light" } } });
        await tab.Send("Page.navigate", new { url = page.AbsoluteUri });
        await tab.Until("document.readyState === 'complete' && location.href !== 'about:blank'");
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        browser.Kill(entireProcessTree: true);
        await browser.WaitForExitAsync();
        browser.Dispose();
        profile.Delete(recursive: true);
    }

    private static async Task<Uri> ControlOf(Process browser)
    {
        const string Announcement = "DevTools listening on ws://";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await browser.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                _ = browser.StandardError.ReadToEndAsync(CancellationToken.None);
                return new Uri($"http://{line[Announcement.Length..].Split('/')[0]}");
            }
        }

        throw new InvalidOperationException("The browser ended before it listened.");
    }
}
