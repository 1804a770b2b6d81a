using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SocialPolicy.BuildingBlocks.Service.Files;

/// <summary>
/// Clears, at the start of a service, what a crash left of uploads. Only what nobody has written to for a day: another
/// replica may be taking in a file at this moment.
/// </summary>
internal sealed partial class AbandonedUploads(string folder, ILogger<AbandonedUploads> logger) : IHostedService
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var incoming = new DirectoryInfo(FileStore.IncomingIn(folder));
            if (incoming.Exists)
                Clear(incoming);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            NotCleared(exception);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Files carry real time, also where the platform's clock is set to another day.
    private void Clear(DirectoryInfo incoming)
    {
        var old = TimeProvider.System.GetUtcNow().UtcDateTime - Age;
        foreach (var file in incoming.EnumerateFiles().Where(file => file.LastWriteTimeUtc < old))
        {
            file.Delete();
            Cleared(file.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Cleared the unfinished upload {File}")]
    private partial void Cleared(string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Unfinished uploads could not be cleared")]
    private partial void NotCleared(Exception exception);
}
