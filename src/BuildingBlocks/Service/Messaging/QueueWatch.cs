using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.BuildingBlocks.Service.Messaging;

/// <summary>How long a service waits for its queues while the broker is there, and what it does then.</summary>
/// <param name="Patience">The transport takes up to some twenty seconds to come back by itself.</param>
/// <param name="Parting">Time for calls and transactions to end.</param>
/// <param name="End">Ends the process in the end, whatever still hangs in it.</param>
internal sealed record QueueWatchSettings(TimeSpan Patience, TimeSpan Parting, Action End)
{
    public const int ExitCode = 75;

    public static QueueWatchSettings Usual { get; } = new(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(15), () => Environment.Exit(ExitCode));
}

/// <summary>
/// A broker that dies in the wrong moment can leave the transport waiting for ever for an answer of a connection that is gone: announcing
/// goes on, but nobody consumes. Who had its queues once, and does not get them back although the broker takes connections, ends its
/// process: whoever runs it starts it anew, and what was not settled is delivered again.
/// </summary>
internal sealed partial class QueueWatch(
    MessagingHealth health, IConfiguration configuration, QueueWatchSettings settings, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<QueueWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var broker = MessagingExtensions.Broker(configuration);
        long? missingSince = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Glance, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // Unhealthy has never had them.
            if (health.Check().Status is not HealthStatus.Degraded || !await TakesConnections(broker, stoppingToken))
            {
                missingSince = null;
                continue;
            }

            missingSince ??= clock.GetTimestamp();
            if (clock.GetElapsedTime(missingSince.Value) < settings.Patience)
                continue;
            Leave();
            return;
        }
    }

    private void Leave()
    {
        LogLeaving(logger, settings.Patience.TotalSeconds);
        _ = EndOnceStopped();
        lifetime.StopApplication();
    }

    // By the exit code it is known for no ordinary end; what hangs may hang in stopping too.
    private async Task EndOnceStopped()
    {
        await Task.Delay(settings.Parting, clock, lifetime.ApplicationStopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        settings.End();
    }

    private static async Task<bool> TakesConnections(Uri broker, CancellationToken stopping)
    {
        try
        {
            using var socket = new TcpClient();
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            deadline.CancelAfter(Glance);
            await socket.ConnectAsync(broker.Host, MessagingExtensions.Port(broker), deadline.Token);
            return true;
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The broker is there, but its queues were not taken up again for {Seconds} s: this process ends, to be started anew")]
    private static partial void LogLeaving(ILogger logger, double seconds);
}
