using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Backups.Taking;

/// <summary>All databases of a server at one point of its log, while it runs: <c>pg_basebackup</c>.</summary>
internal static class BaseBackup
{
    /// <summary>Writes <c>base.tar.gz</c>, <c>pg_wal.tar.gz</c> and <c>backup_manifest</c> into a folder, which it makes.</summary>
    /// <param name="source">The server.</param>
    /// <param name="data">Its files: they say which version of the program fits.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="ct">Kills it.</param>
    /// <exception cref="RuleBroken">BASE_BACKUP_FAILED, with its last words.</exception>
    public static async Task Write(Source source, string data, string folder, CancellationToken ct)
    {
        var lines = new LastLines();
        var program = Path.Combine(PostgreSqlCluster.FindPrograms(data), "pg_basebackup");
        var copying = await ChildProcess.Start(new Launch(program,
        [
            "--pgdata", folder, "--format=tar", "--compress=1", "--wal-method=stream", "--checkpoint=fast", "--manifest-checksums=SHA256",
            "--host=127.0.0.1", $"--port={source.Port}", $"--username={source.User}", "--no-password",
        ])
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PGPASSWORD"] = source.Password },
            Output = lines.Add,
        });
        await using var abandoned = ct.Register(() => Native.Signal(copying.Pid, Native.SigKill));
        var code = await copying.Exited;
        ct.ThrowIfCancellationRequested();
        Check.Rule(new ServersGiveBaseBackups(code, lines.ToString()));
    }
}
