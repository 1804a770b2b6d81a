namespace SocialPolicy.Backups.Form;

/// <summary>The migrations this version of the platform knows.</summary>
internal static class KnownSchema
{
    private static readonly Lazy<IReadOnlySet<string>> All = new(() =>
    {
        using var reader = new StreamReader(typeof(KnownSchema).Assembly.GetManifestResourceStream("migrations.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Named).ToHashSet(StringComparer.Ordinal);
    });

    /// <summary>The first of these (<c>set/file</c>) that is not known; null when all are.</summary>
    public static string? Newer(IEnumerable<string> applied) => applied.FirstOrDefault(migration => !All.Value.Contains(migration));

    // PlanRegistry/Service/Storage/Migrations/0001_plans.sql is planregistry/0001_plans.sql, as ground.migrations has it.
    private static string Named(string path)
    {
        var set = path.Split('/')[0] switch
        {
            "BuildingBlocks" => "ground",
            "DirectoryCopy" => "directory",
            var service => service.ToLowerInvariant(),
        };
        return $"{set}/{Path.GetFileName(path)}";
    }
}
