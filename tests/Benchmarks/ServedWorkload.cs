using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.Benchmarks;

/// <summary>A workload of calls from several callers to a server in a second process, over HTTP/2 on the loopback.</summary>
internal abstract class ServedWorkload : Workload
{
    public override string Suite => "rpc";

    public override string Unit => "calls/s";

    protected virtual int Callers => 16;

    /// <summary>Runs in the second process; the endpoint is set.</summary>
    public abstract WebApplication Build(WebApplicationBuilder builder, Side side);

    public override async Task<IMeasured> Open(Side side)
    {
        var server = await ServerProcess.Start(this, side);
        var client = Connect(server.Address, side);
        await client.Call();
        return new Measured(this, server, client);
    }

    public static WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port: 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        return builder;
    }

    /// <summary>Runs in the second process: the server, listening.</summary>
    public virtual async Task<Served> Serve(Side side)
    {
        var app = Build(NewBuilder(), side);
        await app.StartAsync();
        return new(app.Urls.Single(), app);
    }

    /// <summary>What the calls come to in the workload's unit.</summary>
    protected virtual double Tell(double[] milliseconds, TimeSpan elapsed) => milliseconds.Length / elapsed.TotalSeconds;

    /// <summary>Runs in the first process.</summary>
    protected abstract ICaller Connect(Uri address, Side side);

    private sealed class Measured(ServedWorkload workload, ServerProcess server, ICaller client) : IMeasured
    {
        public async Task<double> Measure(TimeSpan duration)
        {
            var begun = Stopwatch.GetTimestamp();
            var times = await Task.WhenAll(Enumerable.Range(0, workload.Callers).Select(_ => Task.Run(() => CallUntil(begun, duration))));
            return workload.Tell([.. times.SelectMany(ofCaller => ofCaller)], Stopwatch.GetElapsedTime(begun));
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await server.DisposeAsync();
        }

        private async Task<List<double>> CallUntil(long begun, TimeSpan duration)
        {
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(begun) < duration)
            {
                var called = Stopwatch.GetTimestamp();
                await client.Call();
                times.Add(Stopwatch.GetElapsedTime(called).TotalMilliseconds);
            }

            return times;
        }
    }
}

/// <summary>A server that listens.</summary>
internal sealed record Served(string Address, IAsyncDisposable Server) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>A client that several callers share.</summary>
internal interface ICaller : IDisposable
{
    /// <summary>One call; throws when the answer is wrong.</summary>
    Task Call();
}
