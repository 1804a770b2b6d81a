using Dapper;
using Npgsql;
using SocialPolicy.Backups.Form;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Audit;
using SocialPolicy.BuildingBlocks.Service.Storage;
using Kind = SocialPolicy.Operations.V1.AuditFinding.Types.Kind;

namespace SocialPolicy.Backups.Checking;

/// <summary>The audit of each database of a restored backup, checked as <c>spp audit verify</c> does, with the keys in the backup.</summary>
internal static class AuditChains
{
    private const string HasChain = "select to_regclass('ground.audit_chain') is not null";

    /// <returns>Where each chain ends: <c>SERVICE:SEGMENT:DIGEST</c>.</returns>
    /// <exception cref="RuleBroken">BACKUP_AUDIT_BROKEN, with the first finding.</exception>
    public static async Task<IReadOnlyList<string>> MustBeWhole(BackupFolder backup, string server, IEnumerable<DatabaseContent> databases, CancellationToken ct)
    {
        DapperSetup.Apply();
        var heads = new List<string>();
        foreach (var database in databases)
        {
            await using var source = NpgsqlDataSource.Create(Contents.To(server, database.Name));
            await using (var connection = await source.OpenConnectionAsync(ct))
            {
                if (!await connection.ExecuteScalarAsync<bool>(new(HasChain, cancellationToken: ct)))
                    continue;
            }

            await using var reading = await AuditReading.Open(source, ct);
            var keys = new AuditKeys((backup.Secret($"{database.Name}-audit-keys") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            await foreach (var finding in AuditProof.Findings(reading, database.Name, keys, [], new(), ct))
            {
                // A backup is older than what is sealed within a minute by nature.
                if (finding is not null && finding.Kind != Kind.SealingBehind)
                    Check.Rule(new AuditsOfBackupsAreWhole(backup.Name, $"{database.Name}, {finding.Place}: {finding.Message}"));
            }

            if (await reading.Last(ct) is { } last)
                heads.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{database.Name}:{last.Number}:{Convert.ToHexStringLower(last.Head)}"));
        }

        return heads;
    }
}
