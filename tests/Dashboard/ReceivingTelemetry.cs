using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Proto.Collector.Logs.V1;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using OpenTelemetry.Proto.Collector.Trace.V1;
using OpenTelemetry.Proto.Logs.V1;
using OpenTelemetry.Proto.Trace.V1;
using SocialPolicy.Dashboard.FunctionalTests.Setting;
using SocialPolicy.Dashboard.Telemetry;

namespace SocialPolicy.Dashboard.FunctionalTests;

public sealed class ReceivingTelemetry : WithADashboard
{
    private const string Trace = "0102030405060708090a0b0c0d0e0f10";

    [Fact]
    public async Task Is_refused_without_the_key()
    {
        var traces = new TraceService.TraceServiceClient(Dashboard.Otlp);

        var without = await Should.ThrowAsync<RpcException>(async () => await traces.ExportAsync(new()));
        var wrong = await Should.ThrowAsync<RpcException>(
            async () => await traces.ExportAsync(new(), new Metadata { { "x-otlp-api-key", "another" } }));

        without.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        wrong.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Fact]
    public async Task Lists_traces_and_shows_one_span_by_span()
    {
        await Export(
            Sent.Span(Trace, "b1", "a1", "SELECT plans", startsAt: 4, lasts: 6),
            Sent.Span(Trace, "a1", "", "socialpolicy.planregistry.v1.PlanService/GetPlan", startsAt: 0, lasts: 20));

        var row = (await Dashboard.Page("/traces")).QuerySelector($"#trace-{Trace}")!;
        var spans = (await Dashboard.Page($"/traces/{Trace}")).QuerySelectorAll("tbody tr").ToList();

        row.TextContent.ShouldContain("PlanService/GetPlan");
        row.TextContent.ShouldContain("20.0 ms");
        spans.Count.ShouldBe(2);
        spans[0].QuerySelector("th")!.ClassName.ShouldBe("depth-0");
        spans[1].QuerySelector("th")!.ClassName.ShouldBe("depth-1");
        spans[1].QuerySelectorAll("td.number").Select(cell => cell.TextContent).ShouldBe(["4.00 ms", "6.00 ms"]);
        spans[1].QuerySelector("rect")!.GetAttribute("x").ShouldBe("200");
        spans[1].QuerySelector("rect")!.GetAttribute("width").ShouldBe("300");
    }

    [Fact]
    public async Task Finds_the_traces_with_errors()
    {
        const string Failed = "ffffffffffffffffffffffffffffffff";
        await Export(
            Sent.Span(Trace, "a1", "", "well", startsAt: 0, lasts: 1),
            Sent.Span(Failed, "a2", "", "not well", startsAt: 0, lasts: 1, error: "<i>broken</i>"));

        var page = await Dashboard.Page("/traces?errors=true");
        var trace = await Dashboard.Page($"/traces/{Failed}");

        page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).ShouldBe(["not well"]);
        trace.QuerySelector(".problem")!.TextContent.ShouldBe("<i>broken</i>");
    }

    [Fact]
    public async Task Takes_of_a_batch_what_is_whole_and_says_what_is_not()
    {
        var broken = Sent.Span(Trace, "a1", "", "no id", startsAt: 0, lasts: 1);
        broken.SpanId = ByteString.Empty;

        var answer = await Export(Sent.Span(Trace, "a2", "", "whole", startsAt: 0, lasts: 1), broken);

        answer.PartialSuccess.RejectedSpans.ShouldBe(1);
        (await Dashboard.Page($"/traces/{Trace}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Filters_logs_by_level_resource_and_words()
    {
        await ExportLogs(
            Sent.Log(SeverityNumber.Debug, "a detail"),
            Sent.Log(SeverityNumber.Info, "plan published"),
            Sent.Log(SeverityNumber.Warn, "slow storage"),
            Sent.Log(SeverityNumber.Error, "storage lost", Trace));

        (await Messages("/logs")).ShouldBe(["storage lost", "slow storage", "plan published"]);
        (await Messages("/logs?level=warning")).ShouldBe(["storage lost", "slow storage"]);
        (await Messages("/logs?level=trace&find=DETAIL")).ShouldBe(["a detail"]);
        (await Messages("/logs?resource=indicators")).ShouldBeEmpty();
        (await Dashboard.Page("/logs?level=error")).QuerySelector($"a[href='/traces/{Trace}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Keeps_the_last_value_of_each_metric()
    {
        Dashboard.Host.Show(Resource("planregistry"));
        await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 1);
        var metrics = new MetricsService.MetricsServiceClient(Dashboard.Otlp);

        await metrics.ExportAsync(Sent.Metrics(Sent.Gauge("pool.size", 3), Sent.Histogram("call.duration", 4, 2.0, 1.5)), Dashboard.WithKey);
        await metrics.ExportAsync(Sent.Metrics(Sent.Gauge("pool.size", 1234)), Dashboard.WithKey);

        var rows = (await Dashboard.Page("/resources/planregistry")).QuerySelectorAll("#metrics tbody tr")
            .Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent).ToArray()).ToList();
        rows.ShouldBe([["call.duration", "route=/a", "4 × mean 0.5, max 1.5", "s"], ["pool.size", "route=/a", "1,234", "s"]]);
    }

    [Fact]
    public async Task Counts_what_came_from_each_resource()
    {
        Dashboard.Host.Show(Resource("planregistry"), Resource("indicators"));
        await Export(Sent.Span(Trace, "a1", "", "one", startsAt: 0, lasts: 1), Sent.Span(Trace, "a2", "a1", "two", startsAt: 0, lasts: 1));
        await ExportLogs(Sent.Log(SeverityNumber.Info, "one"));
        await new MetricsService.MetricsServiceClient(Dashboard.Otlp).ExportAsync(Sent.Metrics(Sent.Gauge("pool.size", 3)), Dashboard.WithKey);

        var page = await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 2);

        Numbers("planregistry").ShouldBe(["2", "1", "1"]);
        Numbers("indicators").ShouldBe(["0", "0", "0"]);

        IEnumerable<string> Numbers(string name) =>
            page.QuerySelectorAll($"#resource-{name} td.number").TakeLast(3).Select(cell => cell.TextContent.Trim());
    }

    [Fact]
    public async Task Tells_open_pages_that_there_is_more()
    {
        using var events = await Events.Open(Dashboard.Http, "/changes");
        await events.Next();

        await Export(Sent.Span(Trace, "a1", "", "one", startsAt: 0, lasts: 1));

        string type;
        do
            type = (await events.Next()).EventType;
        while (type is "resources");
        type.ShouldBe("telemetry");
    }

    [Fact]
    public async Task Stays_within_bounds_by_forgetting_the_oldest()
    {
        var many = Enumerable.Range(0, TelemetryStore.SpanCapacity).Select(number =>
            Sent.Span(Trace, $"{number + 1:x}", "", $"span {number}", startsAt: number, lasts: 1)).ToArray();
        foreach (var batch in many.Chunk(5_000))
            await Export(batch);
        await Export(Sent.Span(Trace, "fffffff", "", "the last", startsAt: 0, lasts: 1));

        var kept = Dashboard.Services.GetRequiredService<TelemetryStore>().Spans();

        kept.Count.ShouldBe(TelemetryStore.SpanCapacity);
        kept[0].Name.ShouldBe("span 1");
        kept[^1].Name.ShouldBe("the last");
    }

    [Fact]
    public async Task Happens_on_its_own_port_alone()
    {
        using var pages = Grpc.Net.Client.GrpcChannel.ForAddress(Dashboard.Address);
        using var http2 = new HttpClient { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        await Should.ThrowAsync<RpcException>(async () => await new TraceService.TraceServiceClient(pages).ExportAsync(new(), Dashboard.WithKey));
        (await http2.GetAsync(Dashboard.OtlpAddress)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/traces")]
    [InlineData("/resources/planregistry/log")]
    [InlineData("/changes")]
    [InlineData("/assets/dashboard.css")]
    public async Task Opens_no_page_however_the_request_calls_itself(string path)
    {
        using var http2 = new HttpClient { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Dashboard.OtlpAddress, path))
        {
            Version = new Version(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([]) { Headers = { ContentType = new("application/grpc") } },
        };

        (await http2.SendAsync(request)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task<ExportTraceServiceResponse> Export(params Span[] spans) =>
        await new TraceService.TraceServiceClient(Dashboard.Otlp).ExportAsync(Sent.Spans(spans), Dashboard.WithKey);

    private async Task ExportLogs(params LogRecord[] logs) =>
        await new LogsService.LogsServiceClient(Dashboard.Otlp).ExportAsync(Sent.Logs(logs), Dashboard.WithKey);

    private async Task<IEnumerable<string>> Messages(string path) =>
        (await Dashboard.Page(path)).QuerySelectorAll("table.logs summary").Select(message => message.TextContent);
}
