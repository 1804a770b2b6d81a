using SocialPolicy.Backups.Form;
using SocialPolicy.Backups.Taking;

namespace SocialPolicy.Backups.Daily;

/// <summary>
/// Takes the backup of the day and removes those that need not stay. What failed is tried again in a minute, what fails again every half
/// hour, and shows meanwhile.
/// </summary>
internal sealed partial class DailyBackups(BackupSettings settings, LastBackup last, ILogger<DailyBackups> logger) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailures = TimeSpan.FromMinutes(30);

    // A start is busy enough; and an installation that is started for a moment need not be backed up.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    private readonly BackupStore store = settings.Store;

    /// <summary>One backup and what follows from it.</summary>
    public async Task Take(CancellationToken ct)
    {
        try
        {
            var source = new Source(settings.Port, Source.Role, settings.Password);
            var (backup, manifest) = await new BackupTaker(settings.Data, store).Take(source, byHand: false, ct);
            LogTaken(backup.Path);
            foreach (var damaged in manifest.DamagedOriginals)
                LogDamaged(damaged);
            RemoveSurplus();
            last.Succeeded();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            last.Failed(failure.Message);
            LogFailed(failure);
            await store.Failed(failure.Message, TimeProvider.System.GetUtcNow());
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = AfterStart; settings.Scheduled; pause = last.Failures <= 1 ? Glance : AfterFailures)
        {
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
            var taken = store.Scheduled().Keys;
            if (Schedule.IsDue(TimeProvider.System.GetUtcNow(), settings.Hour, taken.Any() ? taken.Max() : null))
                await Take(stoppingToken);
        }
    }

    private void RemoveSurplus()
    {
        var scheduled = store.Scheduled();
        foreach (var moment in settings.Keep.Surplus(scheduled.Keys))
        {
            BackupStore.Remove(scheduled[moment]);
            LogRemoved(scheduled[moment].Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Backup {Backup} was taken, restored once and found whole")]
    private partial void LogTaken(string backup);

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} is not what its name says: take it from an older backup")]
    private partial void LogDamaged(string file);

    [LoggerMessage(Level = LogLevel.Information, Message = "Backup {Backup} need not be kept any longer and was removed")]
    private partial void LogRemoved(string backup);

    [LoggerMessage(Level = LogLevel.Error, Message = "The backup failed and is tried again")]
    private partial void LogFailed(Exception failure);
}
