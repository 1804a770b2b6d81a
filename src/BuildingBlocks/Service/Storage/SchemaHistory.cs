using Dapper;
using Npgsql;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>What has been applied to a database, against what this program knows.</summary>
internal static class SchemaHistory
{
    private const string Exists = "select to_regclass('ground.migrations') is not null";

    private const string Applied = "select set_name, file_name, checksum from ground.migrations order by applied_at, set_name, file_name";

    /// <summary>The migrations still to apply. Throws <see cref="MigrationRefused"/> when the database has others than these.</summary>
    public static async Task<IReadOnlyList<Migration>> Pending(NpgsqlConnection connection, IReadOnlyList<Migration> known, CancellationToken ct)
    {
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Exists, cancellationToken: ct)))
            return known;

        var applied = await connection.QueryAsync<Row>(new CommandDefinition(Applied, cancellationToken: ct));
        return Compare(applied.ToList(), known, connection.Database);
    }

    private static IReadOnlyList<Migration> Compare(IReadOnlyList<Row> applied, IReadOnlyList<Migration> known, string database)
    {
        var byName = known.ToDictionary(migration => (migration.Set, migration.Name));
        foreach (var row in applied)
        {
            if (!byName.TryGetValue((row.SetName, row.FileName), out var migration))
                throw new MigrationRefused($"Database {database} has a newer schema than this program: {row.SetName}/{row.FileName} is applied and not known here. Start the newer version.");
            if (migration.Checksum != row.Checksum)
                throw new MigrationRefused($"{row.SetName}/{row.FileName} was changed after it was applied to database {database}. Restore the file and put the change into a new one.");
        }

        var done = applied.Select(row => (row.SetName, row.FileName)).ToHashSet();
        var pending = known.Where(migration => !done.Contains((migration.Set, migration.Name))).ToList();
        foreach (var late in pending)
        {
            var newer = applied.FirstOrDefault(row => row.SetName == late.Set && string.CompareOrdinal(row.FileName, late.Name) > 0);
            if (newer is not null)
                throw new MigrationRefused($"{late.Set}/{late.Name} comes before {newer.FileName}, which is applied to database {database} already. Give it the next number.");
        }

        return pending;
    }

    private sealed record Row(string SetName, string FileName, string Checksum);
}
