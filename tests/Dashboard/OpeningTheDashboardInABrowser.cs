using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Logs.V1;
using SocialPolicy.Dashboard.FunctionalTests.Setting;

namespace SocialPolicy.Dashboard.FunctionalTests;

/// <summary>With <c>SPP_PICTURES</c> set to a folder, the pictures are kept there for people to look at.</summary>
public sealed class OpeningTheDashboardInABrowser : WithADashboard
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [ChromiumFact]
    public async Task Follows_changes_without_disturbing_the_reader()
    {
        await ShowAnInstallation();
        await using var browser = await Chromium.StartSignedIn(Dashboard);
        await using var tab = await browser.Open(Dashboard.Address);
        await tab.Until("document.querySelector('[data-live-word]').textContent === 'Live'");
        await tab.Ask("document.querySelector('#resource-planregistry a').focus()");

        Dashboard.Host.Show(Resource("brand-new"), Resource("planregistry", health: "Unhealthy"));

        await tab.Until("document.querySelector('#resource-brand-new') !== null");
        await tab.Until("document.querySelectorAll('tbody tr').length === 2");
        (await tab.Ask("document.querySelector('#resource-planregistry').textContent")).GetString()!.ShouldContain("Unhealthy");
        (await tab.Ask("document.activeElement.textContent")).GetString().ShouldBe("planregistry");
        tab.Complaints.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Follows_pauses_and_searches_a_console()
    {
        await ShowAnInstallation();
        await using var browser = await Chromium.StartSignedIn(Dashboard);
        await using var tab = await browser.Open(new Uri(Dashboard.Address, "/resources/planregistry"));
        await tab.Until("document.querySelectorAll('.console li').length === 40");

        Dashboard.Host.Write("planregistry", "<b>one more</b>");
        await tab.Until("document.querySelector('.console li:last-child').textContent === '<b>one more</b>'");

        await tab.Ask("document.querySelector('[data-console-pause]').click()");
        Dashboard.Host.Write("planregistry", "while paused");
        await tab.Until("document.querySelector('[data-console-pause]').textContent === 'Resume (1 new)'");
        (await tab.Ask("document.querySelectorAll('.console li').length")).GetInt32().ShouldBe(41);
        await tab.Ask("document.querySelector('[data-console-pause]').click()");
        await tab.Until("document.querySelectorAll('.console li').length === 42");

        await tab.Ask("{ const find = document.querySelector('[data-console-find]'); find.value = 'PAUSED'; find.dispatchEvent(new Event('input')) }");
        await tab.Until("document.querySelectorAll('.console li:not([hidden])').length === 1");
        (await tab.Ask("document.querySelector('[data-console-count]').textContent")).GetString().ShouldBe("1 of 42 lines");
        tab.Complaints.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Draws_every_page_in_light_and_dark()
    {
        await ShowAnInstallation();
        await using var browser = await Chromium.StartSignedIn(Dashboard);
        foreach (var (name, path, width, dark) in new[]
        {
            ("resources-light", "/", 1440, false), ("resources-dark", "/", 1440, true), ("resources-narrow", "/", 560, false),
            ("resource-light", "/resources/planregistry", 1440, false), ("resource-dark", "/resources/planregistry", 1440, true),
            ("traces-light", "/traces", 1440, false), ("trace-light", $"/traces/{Trace}", 1440, false), ("trace-dark", $"/traces/{Trace}", 1440, true),
            ("logs-light", "/logs?level=Debug", 1440, false), ("logs-dark", "/logs?level=Debug", 1440, true),
        })
        {
            await using var tab = await browser.Open(new Uri(Dashboard.Address, path), width, dark: dark);
            await tab.Until("document.querySelector('[data-live-word]').textContent === 'Live'");

            (await tab.Ask("getComputedStyle(document.body).backgroundColor")).GetString().ShouldBe(dark ? "rgb(16, 20, 27)" : "rgb(245, 246, 248)");
            (await tab.Ask("document.documentElement.scrollWidth <= innerWidth")).GetBoolean().ShouldBeTrue($"{name} is wider than the window");
            tab.Complaints.ShouldBeEmpty();
            await Keep(tab, name);
        }
    }

    [ChromiumFact]
    public async Task Asks_a_stranger_to_sign_in()
    {
        await using var browser = await Chromium.Start();
        await using var tab = await browser.Open(Dashboard.Address);

        (await tab.Ask("document.querySelector('h1').textContent")).GetString().ShouldBe("Please sign in");
        await Keep(tab, "sign-in");
    }

    private static async Task Keep(Tab tab, string name)
    {
        if (Environment.GetEnvironmentVariable("SPP_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}.png"), await tab.Picture());
    }

    private async Task ShowAnInstallation()
    {
        Dashboard.Host.Show(
            Resource("postgres", type: "postgres", url: "tcp://127.0.0.1:43211"),
            Resource("planregistry-db", type: "database", parent: "postgres", health: "Healthy"),
            Resource("rabbitmq", type: "rabbitmq", url: "amqp://127.0.0.1:43215"),
            Resource("tokens", url: "http://127.0.0.1:43217"),
            Resource("planregistry-migrate", state: "Finished", health: null, exitCode: 0),
            Resource("planregistry", url: "http://127.0.0.1:43219", restarts: 2),
            Resource("indicators-migrate", state: "Exited", health: null, exitCode: 3, error: "The database is of a newer schema: 0007 is not known here."),
            Resource("indicators", state: "Waiting", health: null, waitingFor: ["indicators-migrate", "rabbitmq"]),
            Resource("reporting", health: "Unhealthy", restarts: 5, url: "http://127.0.0.1:43221", error: "storage: the connection was refused"),
            Resource("notifications", state: "NotStarted", health: null));
        await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 10);

        foreach (var line in Enumerable.Range(1, 40))
            Dashboard.Host.Write("planregistry", $"info: SocialPolicy.PlanRegistry.Plans[{line}] Kế hoạch plans/{line:000} was read: {line % 7} targets, {line % 3} duties");
        await new TraceService.TraceServiceClient(Dashboard.Otlp).ExportAsync(Sent.Spans(
        [
            Sent.Span(Trace, "a1", "", "socialpolicy.planregistry.v1.PlanService/PublishPlan", 0, 48),
            Sent.Span(Trace, "b1", "a1", "SELECT plans", 2, 5),
            Sent.Span(Trace, "b2", "a1", "UPDATE plans", 9, 12),
            Sent.Span(Trace, "b3", "a1", "INSERT outbox", 22, 4),
            Sent.Span(Trace, "b4", "a1", "commit", 27, 18),
        ]), Dashboard.WithKey);
        await new TraceService.TraceServiceClient(Dashboard.Otlp).ExportAsync(Sent.Spans(
        [
            Sent.Span(Trace, "c1", "a1", "PlanPublished process", 52, 20),
            Sent.Span(Trace, "d1", "c1", "INSERT targets", 58, 9, "23505: duplicate key value"),
            Sent.Span("1af7651916cd43dd8448eb211c80319c", "e1", "", "socialpolicy.indicators.v1.TargetService/ListTargets", -900, 3),
        ], "indicators"), Dashboard.WithKey);
        await new LogsService.LogsServiceClient(Dashboard.Otlp).ExportAsync(Sent.Logs(
        [
            Sent.Log(SeverityNumber.Debug, "The outbox was woken"),
            Sent.Log(SeverityNumber.Info, "Plan plans/0193a7c2 was published", Trace),
            Sent.Log(SeverityNumber.Warn, "The broker was slow to confirm: 1,240 ms", Trace),
            Sent.Log(SeverityNumber.Error, "Targets of plans/0193a7c2 were refused: DUPLICATE_TARGET", Trace),
        ]), Dashboard.WithKey);
    }
}
