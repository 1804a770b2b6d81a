using SocialPolicy.Backups.Form;

namespace SocialPolicy.Cli.Keeping;

/// <summary>A backup on one line.</summary>
internal sealed record BackupSheet(
    string Name, string Path, DateTimeOffset Moment, long Size, int Databases, int Tables, long Rows, string PostgreSql, IReadOnlyList<string> AuditHeads)
{
    public BackupSheet(BackupFolder backup, Manifest manifest)
        : this(
            backup.Name, backup.Path, manifest.Moment, backup.Size, manifest.Databases.Count, manifest.Databases.Sum(database => database.Tables.Count),
            manifest.Databases.Sum(database => database.Tables.Sum(table => table.Rows)), manifest.PostgreSql, manifest.AuditHeads)
    {
    }
}
