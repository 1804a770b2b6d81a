using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SocialPolicy.BuildingBlocks.Service.Storage;

/// <summary>One SQL file of a set.</summary>
/// <param name="Set"><c>ground</c>, the name of a library's set, or the service's name.</param>
/// <param name="Name"><c>0001_plans.sql</c>; the files of a set apply in the order of their names.</param>
/// <param name="Sql">Its text.</param>
internal sealed partial record Migration(string Set, string Name, string Sql)
{
    public const string Ground = "ground";

    private const string Folder = ".Storage.Migrations.";

    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The ground's files, then those of the libraries the service keeps tables of, then the service's.</summary>
    public static IReadOnlyList<Migration> Of(StorageSettings settings) =>
    [
        .. Embedded(Ground, typeof(Migration).Assembly),
        .. settings.Assembly.GetCustomAttributes<MigrationSetAttribute>().SelectMany(set => Embedded(set.Name, set.Library.Assembly)),
        .. Embedded(settings.Service, settings.Assembly),
    ];

    private static IEnumerable<Migration> Embedded(string set, Assembly assembly) =>
        from resource in assembly.GetManifestResourceNames()
        let start = resource.IndexOf(Folder, StringComparison.Ordinal)
        where start >= 0 && resource.EndsWith(".sql", StringComparison.Ordinal)
        let name = resource[(start + Folder.Length)..]
        orderby name
        select Wellnamed().IsMatch(name)
            ? new Migration(set, name, Text(assembly, resource))
            : throw new MigrationRefused($"{name} is no name of a migration: NNNN_name.sql, in lower case.");

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"^\d{4}_[a-z0-9_]+\.sql$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Wellnamed();
}
