using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Proto.Collector.Logs.V1;
using static SocialPolicy.ServiceDefaults.FunctionalTests.RawConnection;

namespace SocialPolicy.ServiceDefaults.FunctionalTests;

/// <summary>Frames written by hand, as a client would that means harm: 10,000 at once on each of three connections.</summary>
public sealed class FloodingAService
{
    private const int Frames = 10_000;
    private const long MostMemory = 64 << 20;
    private const string Call = "/opentelemetry.proto.collector.logs.v1.LogsService/Export";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, Func<int, byte[]>> Floods = new(StringComparer.Ordinal)
    {
        ["streams that are reset at once"] = number =>
            [.. Frame(Headers, EndHeaders, Stream(number), CallOf(Call)), .. Frame(Reset, 0, Stream(number), [0, 0, 0, 8])],
        ["pings"] = _ => Frame(Ping, 0, 0, new byte[8]),
        ["settings"] = _ => Frame(Settings, 0, 0, [0, 3, 0, 0, 0, 100]),
        ["priorities"] = number => Frame(Priority, 0, Stream(number), [0, 0, 0, 0, 1]),
        ["headers without end"] = number => number == 0
            ? Frame(Headers, 0, 1, CallOf(Call))
            : Frame(Continuation, 0, 1, Header("x", "y")),
        ["headers without end that say nothing"] = number => number == 0
            ? Frame(Headers, 0, 1, CallOf(Call))
            : Frame(Continuation, 0, 1, []),
        ["data without content"] = number => number == 0
            ? Frame(Headers, EndHeaders, 1, CallOf(Call))
            : Frame(Data, 0, 1, []),
        ["frames that nobody knows"] = _ => Frame(0xbe, 0, 0, [1, 2, 3]),
    };

    public static TheoryData<string> Names => [.. Floods.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Ends_its_connection_and_disturbs_no_other(string flood)
    {
        await using var service = await Service();
        using var channel = GrpcChannel.ForAddress(service.Http);
        var other = new LogsService.LogsServiceClient(channel);
        await other.ExportAsync(new());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        byte[] frames = [.. Enumerable.Range(0, Frames).SelectMany(number => Floods[flood](number))];

        var attacks = Enumerable.Range(0, 3).Select(_ => Attack(service.Http, frames)).ToArray();
        var slowest = TimeSpan.Zero;
        do
        {
            var waited = Stopwatch.StartNew();
            await other.ExportAsync(new(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.Add(Soon));
            slowest = waited.Elapsed > slowest ? waited.Elapsed : slowest;
        }
        while (!Task.WhenAll(attacks).IsCompleted);

        await Task.WhenAll(attacks);
        slowest.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(MostMemory);
    }

    [Fact]
    public async Task With_streams_that_stay_half_open_takes_no_more_than_a_connection_may_have()
    {
        var calls = new Calls();
        await using var service = await Service(calls);
        using var channel = GrpcChannel.ForAddress(service.Http);
        var other = new LogsService.LogsServiceClient(channel);
        using var attacker = await Open(service.Http);

        await attacker.Send([.. Enumerable.Range(0, Frames).SelectMany(number => Frame(Headers, EndHeaders, Stream(number), CallOf(Call)))]).WaitAsync(Soon);

        await other.ExportAsync(new(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.Add(Soon));
        calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Is_what_a_large_header_does_too()
    {
        await using var service = await Service();
        using var attacker = await Open(service.Http);
        byte[] headers = [.. Frame(Headers, 0, 1, CallOf(Call)), .. Enumerable.Range(0, 700).SelectMany(_ => Frame(Continuation, 0, 1, Header("x", new('y', 100))))];

        await attacker.Send(headers);

        await attacker.Closed(Soon);
    }

    [Fact]
    public async Task Is_what_a_body_does_too_that_comes_drop_by_drop()
    {
        await using var service = await Service();
        using var attacker = await Open(service.Http);
        await attacker.Send([.. Frame(Headers, EndHeaders, 1, CallOf(Call)), .. Frame(Data, 0, 1, [0, 0, 0, 16, 0])]);
        var closed = attacker.Closed(TimeSpan.FromSeconds(40));

        while (!closed.IsCompleted && await attacker.Send(Frame(Data, 0, 1, [10])))
            await Task.WhenAny(closed, Task.Delay(TimeSpan.FromMilliseconds(250)));

        await closed;
    }

    private static int Stream(int number) => (2 * number) + 1;

    private static async Task Attack(Uri address, byte[] frames)
    {
        using var attacker = await Open(address);
        await attacker.Send(frames).WaitAsync(Soon);
        await attacker.Closed(Soon);
    }

    private static Task<TestService> Service(Calls? calls = null) => TestService.Start(
        HttpProtocols.Http2,
        with: builder => builder.Services.AddSingleton(calls ?? new()).AddGrpc(),
        map: app => app.MapGrpcService<Answering>());

    private sealed class Calls
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public void One() => Interlocked.Increment(ref count);
    }

    private sealed class Answering(Calls calls) : LogsService.LogsServiceBase
    {
        public override Task<ExportLogsServiceResponse> Export(ExportLogsServiceRequest request, ServerCallContext context)
        {
            calls.One();
            return Task.FromResult(new ExportLogsServiceResponse());
        }
    }
}
