using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Proto.Collector.Logs.V1;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

/// <summary>A contract of one call stands for any: the collector's for logs.</summary>
public sealed class CallingAServiceByGrpc
{
    [Fact]
    public async Task Has_a_deadline_of_ten_seconds_unless_its_maker_says_otherwise()
    {
        var calls = new Calls();
        await using var service = await Service(calls);
        await using var caller = await Caller(limit: null, service.Http);
        var client = Client(caller);
        var own = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(77);

        await client.ExportAsync(new());
        await client.ExportAsync(new(), deadline: own);
        await client.ExportAsync(new(), deadline: DateTime.MaxValue);

        calls.Left[0].ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10.5));
        calls.Left[1].ShouldBeInRange(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(77.5));
        calls.Left[2].ShouldBeGreaterThan(TimeSpan.FromDays(1_000));
    }

    [Fact]
    public async Task Ends_at_its_deadline_when_the_service_does_not_answer()
    {
        await using var service = await Service(new Calls { Answer = call => Task.Delay(Timeout.Infinite, call.CancellationToken) });
        await using var caller = await Caller(limit: TimeSpan.FromMilliseconds(200), service.Http);

        var failure = await Should.ThrowAsync<RpcException>(
            () => Client(caller).ExportAsync(new()).ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20)));

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Is_tried_again_while_the_service_is_unavailable()
    {
        var calls = new Calls { Fails = 2, With = StatusCode.Unavailable };
        await using var service = await Service(calls);
        await using var caller = await Caller(limit: null, service.Http);

        await Client(caller).ExportAsync(new());

        calls.Left.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Gives_up_after_four_attempts()
    {
        var calls = new Calls { Fails = 100, With = StatusCode.Unavailable };
        await using var service = await Service(calls);
        await using var caller = await Caller(limit: null, service.Http);

        var failure = await Should.ThrowAsync<RpcException>(async () => await Client(caller).ExportAsync(new()));

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
        calls.Left.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Is_not_tried_again_after_any_other_failure()
    {
        var calls = new Calls { Fails = 100, With = StatusCode.Aborted };
        await using var service = await Service(calls);
        await using var caller = await Caller(limit: null, service.Http);

        await Should.ThrowAsync<RpcException>(async () => await Client(caller).ExportAsync(new()));

        calls.Left.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Goes_to_the_replicas_in_turn_and_past_the_one_that_is_down()
    {
        var (first, second) = (new Calls(), new Calls());
        await using var one = await Service(first);
        await using var two = await Service(second);
        await using var caller = await Caller(limit: null, NobodyThere(), one.Http, two.Http);

        for (var call = 0; call < 12; call++)
            await Client(caller).ExportAsync(new());

        (first.Left.Count + second.Left.Count).ShouldBe(12);
        first.Left.Count.ShouldBeGreaterThanOrEqualTo(3);
        second.Left.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Shows_the_certificate_of_the_caller_where_services_speak_tls()
    {
        using var ours = new Certificates();
        var shown = "";
        var calls = new Calls { Answer = call => Task.FromResult(shown = call.GetHttpContext().Connection.ClientCertificate?.Subject) };
        await using var service = await Service(calls, ours.Settings("logs", "Everyone"));
        await using var caller = await Caller(limit: null, ours.Settings("reporting"), new UriBuilder(service.Http) { Scheme = "https", Host = "127.0.0.1" }.Uri);

        await Client(caller).ExportAsync(new());

        shown.ShouldBe("CN=reporting");
    }

    private static LogsService.LogsServiceClient Client(TestService caller) =>
        caller.App.Services.GetRequiredService<LogsService.LogsServiceClient>();

    private static Task<TestService> Service(Calls calls, IReadOnlyDictionary<string, string?>? settings = null) => TestService.Start(
        HttpProtocols.Http2,
        settings,
        with: builder =>
        {
            builder.Services.AddGrpc();
            builder.Services.AddSingleton(calls);
        },
        map: app => app.MapGrpcService<Answering>());

    private static Task<TestService> Caller(TimeSpan? limit, params Uri[] replicas) => Caller(limit, [], replicas);

    private static Task<TestService> Caller(TimeSpan? limit, Dictionary<string, string?> settings, params Uri[] replicas) => TestService.Start(
        settings: settings.Concat(replicas.Select((address, index) => KeyValuePair.Create($"services:logs:http:{index}", (string?)address.ToString()))).ToDictionary(),
        with: builder => builder.AddServiceClient<LogsService.LogsServiceClient>("logs", limit));

    private static Uri NobodyThere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private sealed class Calls
    {
        private readonly Lock gate = new();

        /// <summary>How much time each call still had when it came.</summary>
        public List<TimeSpan> Left { get; } = [];

        public int Fails { get; init; }

        public StatusCode With { get; init; }

        public Func<ServerCallContext, Task> Answer { get; init; } = _ => Task.CompletedTask;

        public async Task Take(ServerCallContext call)
        {
            lock (gate)
            {
                Left.Add(call.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime);
                if (Left.Count <= Fails)
                    throw new RpcException(new Status(With, "on purpose"));
            }

            await Answer(call);
        }
    }

    private sealed class Answering(Calls calls) : LogsService.LogsServiceBase
    {
        public override async Task<ExportLogsServiceResponse> Export(ExportLogsServiceRequest request, ServerCallContext context)
        {
            await calls.Take(context);
            return new ExportLogsServiceResponse();
        }
    }
}
