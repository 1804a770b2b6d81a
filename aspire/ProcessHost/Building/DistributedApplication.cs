using System.Diagnostics;
using System.Runtime.InteropServices;
using Aspire.Hosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>An application of several processes, ready to run.</summary>
public sealed class DistributedApplication : IHost, IAsyncDisposable
{
    private static readonly TimeSpan SameRequest = TimeSpan.FromSeconds(1);

    private readonly IHost host;

    internal DistributedApplication(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    internal StateBoard Board => Orchestrator.Board;

    private Orchestrator Orchestrator => host.Services.GetRequiredService<Orchestrator>();

    /// <summary>Begins an application; its AppHost is the assembly that was started.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args, appHost: null);

    public Task StartAsync(CancellationToken cancellationToken = default) => host.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    /// <inheritdoc cref="RunAsync"/>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Runs until SIGTERM, SIGINT or SIGHUP. A second one at least a second later kills what is still stopping; sooner
    /// it is the same request, for a service manager and the script it stops may each send one. What an operator must
    /// mend is said in one line, and the exit code of the process is then not zero.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        long? first = null;
        var gate = new Lock();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            await host.StartAsync(cancellationToken);
            await host.WaitForShutdownAsync(cancellationToken);
        }
        catch (HostException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            Environment.ExitCode = e.ExitCode;
        }
        finally
        {
            await DisposeAsync();
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            lock (gate)
                first ??= Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(first.Value) >= SameRequest)
                _ = Orchestrator.Force();
            host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
