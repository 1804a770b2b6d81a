using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.DependencyInjection;
using SocialPolicy.BuildingBlocks.Service.Api;
using SocialPolicy.Harness.Services;

namespace SocialPolicy.Harness.Fuzzing;

/// <summary>
/// Calls every RPC of a service again and again, by a caller who may do everything, with what no honest client sends. A service that
/// fails at it, falls silent or grows without bound has a defect.
/// </summary>
public sealed class Attack : IDisposable
{
    private const long MostGrowth = 300 << 20;
    private const int Callers = 4;
    private const string Fine = "0";
    private static readonly string[] Failures = ["2", "13", "15"];
    private static readonly TimeSpan LifeOfATokenAtMost = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceForPools = TimeSpan.FromMinutes(3);

    private readonly HttpClient http = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true }) { Timeout = Patience };
    private readonly HostileValues values = new();
    private readonly HostileBody bodies;
    private readonly IReadOnlyList<MethodDescriptor> methods;
    private readonly Func<string>[] sign;
    private string[] tokens = [];
    private long signedAt;
    private readonly Uri address;
    private readonly ConcurrentDictionary<string, int> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> done = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> defects = [];

    /// <param name="service">Whose RPCs are called.</param>
    /// <param name="sign">Signs tokens of callers who may do everything: an attack lasts longer than a token.</param>
    public Attack(TestService service, params IEnumerable<Func<string>> sign)
    {
        bodies = new(new(values));
        address = new Uri(service.Address);
        this.sign = [.. sign];
        methods = [.. service.Services.GetRequiredService<MappedRpcs>().Services.SelectMany(found => found.Methods).Where(method => !IsEndless(method))];
    }

    /// <summary>Names of things that are there, for calls to reach.</summary>
    public void Learn(IMessage answer) => values.Learn(answer);

    /// <summary>How often each state was answered: "OK 512, 3 2048".</summary>
    public string Answers => string.Join(", ", answers.OrderByDescending(answer => answer.Value).Select(answer => $"{answer.Key}: {answer.Value}"));

    /// <summary>RPCs that no call got through to the end.</summary>
    public IEnumerable<string> NeverDone => methods.Select(method => method.Name).Where(name => !done.ContainsKey(name)).Order(StringComparer.Ordinal);

    /// <summary>Makes so many calls of each RPC; what went wrong, one line each.</summary>
    public async Task<IReadOnlyList<string>> Run(int seed, int callsOfEach)
    {
        SignAnew();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var work = methods.SelectMany((method, index) => Enumerable.Range(0, callsOfEach).Select(call => (method, Seed: HashCode(seed, index, call))))
            .OrderBy(call => call.Seed).ToArray();
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (call, _) => await Make(call.method, call.Seed));

        if (await Kept(before) is > MostGrowth and var kept)
            defects.Enqueue($"the process kept {kept >> 20} MB");
        await MustServeOthers();
        return [.. defects];
    }

    public void Dispose() => http.Dispose();

    // Buffers that calls shared lie in their pool for a minute after the last one, and are given back then.
    private static async Task<long> Kept(long before)
    {
        var began = Stopwatch.GetTimestamp();
        while (GC.GetTotalMemory(forceFullCollection: true) - before > MostGrowth && Stopwatch.GetElapsedTime(began) < PatienceForPools)
            await Task.Delay(TimeSpan.FromSeconds(5));
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private async Task Make(MethodDescriptor method, int seed)
    {
        var random = new Random(seed);
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref signedAt)) > LifeOfATokenAtMost)
            SignAnew();
        var body = bodies.For(method, random);
        var (state, said, answer) = await Send(method, body, tokens[random.Next(tokens.Length)]);
        answers.AddOrUpdate(state, 1, (_, count) => count + 1);
        if (state is Fine)
            done.TryAdd(method.Name, 0);
        if (state is Fine && answer.Length > 5 && answer[0] is 0)
            Learn(method, answer);
        if (Failures.Contains(state) || !int.TryParse(state, CultureInfo.InvariantCulture, out _))
            defects.Enqueue($"{method.FullName}, call seed {seed}: {state} {said}; sent {Convert.ToHexString(body.AsSpan(0, Math.Min(body.Length, 400)))}");
        if (seed % 500 == 0)
            await MustServeOthers();
    }

    private void SignAnew()
    {
        Volatile.Write(ref signedAt, Stopwatch.GetTimestamp());
        tokens = [.. sign.Select(one => one())];
    }

    private void Learn(MethodDescriptor method, byte[] answer)
    {
        var length = (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(answer.AsSpan(1));
        values.Learn(method.OutputType.Parser.ParseFrom(answer, 5, Math.Min(length, answer.Length - 5)));
    }

    private async Task MustServeOthers()
    {
        var (state, said, _) = await Send("grpc.health.v1.Health/Check", new byte[5], tokens[0]);
        if (state is not Fine)
            defects.Enqueue($"others are not served: {state} {said}");
    }

    private Task<(string State, string Said, byte[] Answer)> Send(MethodDescriptor method, byte[] body, string token) =>
        Send($"{method.Service.FullName}/{method.Name}", body, token);

    private async Task<(string State, string Said, byte[] Answer)> Send(string path, byte[] body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
            Headers = { { "te", "trailers" }, { "authorization", $"Bearer {token}" }, { "grpc-timeout", "20S" } },
        };
        try
        {
            using var response = await http.SendAsync(request);
            var answer = await response.Content.ReadAsByteArrayAsync();
            return (Of(response, "grpc-status") ?? $"HTTP {(int)response.StatusCode}", Of(response, "grpc-message") ?? "", answer);
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException or IOException)
        {
            return ("broken off", broken.GetBaseException().Message, []);
        }
    }

    private static string? Of(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? string.Join(',', values) : null;

    // A watch ends when its client does.
    private static bool IsEndless(MethodDescriptor method) => method is { Name: "Watch", IsServerStreaming: true };

    private static int HashCode(int seed, int method, int call) => (int)((uint)((((seed * 397) ^ method) * 7_919) ^ (call * 104_729)) & int.MaxValue);
}
