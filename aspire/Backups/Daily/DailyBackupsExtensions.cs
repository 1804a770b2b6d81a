namespace SocialPolicy.Backups.Daily;

/// <summary>Gives a program the backups of every day.</summary>
internal static class DailyBackupsExtensions
{
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static void AddDailyBackups(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Backups").Get<BackupSettings>() ?? new();
        if (string.Join(' ', settings.Problems()) is { Length: > 0 } problems)
            throw new InvalidOperationException(problems);
        builder.Services.AddSingleton(settings).AddSingleton<LastBackup>().AddHostedService<DailyBackups>();
        builder.Services.AddHealthChecks().AddCheck<LastBackup>("backups");
    }
}
