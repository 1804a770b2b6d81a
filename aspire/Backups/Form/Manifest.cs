using System.Text.Json;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Backups.Form;

/// <summary>What a backup is and what is in it: <c>backup.json</c>.</summary>
/// <param name="Format">Of the backup itself; a higher one is of a newer version.</param>
/// <param name="Product">The version that made it.</param>
/// <param name="PostgreSql">The version of the server: only the same major version reads its files.</param>
/// <param name="Began">What was committed before is in it.</param>
/// <param name="Moment">What was committed later is not in it. In between it is cut at one point of the server's log, for all databases.</param>
/// <param name="Databases">Their schema and their rows.</param>
/// <param name="AuditHeads">Where the audit chains ended, as <c>spp audit verify --head</c> takes them.</param>
internal sealed record Manifest(
    int Format, string Product, string PostgreSql, DateTimeOffset Began, DateTimeOffset Moment, IReadOnlyList<DatabaseContent> Databases, IReadOnlyList<string> AuditHeads)
{
    public const int Known = 1;

    /// <summary>Files that were not what their names say when they were copied: the installation had lost them before.</summary>
    public IReadOnlyList<string> DamagedOriginals { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static string ThisProduct { get; } = typeof(Manifest).Assembly.GetName().Version!.ToString(3);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="RuleBroken">BACKUP_DAMAGED: it cannot be read; BACKUP_NEWER.</exception>
    public static Manifest Read(string backup, string json)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<Manifest>(json, Json)!;
            Check.Rule(new BackupsAreNotNewer(backup, manifest.Format > Known ? $"format {manifest.Format}" : KnownSchema.Newer(manifest.Databases.SelectMany(database => database.Schema))));
            return manifest;
        }
        catch (JsonException)
        {
            throw new RuleBroken([new BackupsAreUndamaged(backup, "backup.json")]);
        }
    }
}

/// <summary>A database of the installation.</summary>
/// <param name="Name">Also that of its service.</param>
/// <param name="Schema">The migrations that were applied, <c>set/file</c>.</param>
/// <param name="Tables">Each table; of a table in parts each part.</param>
internal sealed record DatabaseContent(string Name, IReadOnlyList<string> Schema, IReadOnlyList<TableContent> Tables)
{
    /// <summary>The first table that is not the same in the other; null when all are.</summary>
    public static string? Difference(IReadOnlyList<DatabaseContent> one, IReadOnlyList<DatabaseContent> other)
    {
        var mine = Flat(one);
        var theirs = Flat(other);
        return mine.Keys.Union(theirs.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .FirstOrDefault(table => !mine.TryGetValue(table, out var content) || !theirs.TryGetValue(table, out var same) || content != same);
    }

    private static Dictionary<string, TableContent> Flat(IReadOnlyList<DatabaseContent> databases) => databases
        .SelectMany(database => database.Tables.Select(table => (Name: $"{database.Name}.{table.Name}", table))).ToDictionary(pair => pair.Name, pair => pair.table, StringComparer.Ordinal);
}

/// <summary>A table in one moment.</summary>
/// <param name="Name"><c>schema.table</c></param>
/// <param name="Rows">How many.</param>
/// <param name="Digest">Sum of the first 64 bits of the SHA-256 of each row as text: the same in whatever order they lie.</param>
internal sealed record TableContent(string Name, long Rows, string Digest);
