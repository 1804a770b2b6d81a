using System.Security.Cryptography;
using System.Text;
using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Catalogue;

namespace SocialPolicy.Indicators.Service.Catalogue;

/// <summary>Puts the catalogue that comes with the service in. What a person has changed is theirs from then on, and stays.</summary>
internal static class CatalogueSeed
{
    private const string Resource = "SocialPolicy.Indicators.Service.Catalogue.Seed.indicators.json";
    private const string Actor = "catalogue";

    // An entry is settled when it is in as it stands, or when a person or a plan has its code.
    private const string CountSettled = """
        select count(*) from indicators where code = any(@codes) and (origin <> 'catalogue' or curated_at is not null or seed_hash = any(@hashes))
        """;

    private const string SelectUnsettled = $"select {IndicatorRow.Columns} from indicators i where i.code = any(@codes)";

    private static readonly Lazy<CatalogueFile> Read = new(ReadFile);

    private static readonly Lazy<Dictionary<string, string>> Marks = new(() => File.Indicators.ToDictionary(entry => entry.Code, MarkOf, StringComparer.Ordinal));

    /// <summary>The file itself.</summary>
    public static CatalogueFile File => Read.Value;

    /// <summary>Adds what is not there, and brings up to date what nobody has touched; how many of these there were.</summary>
    /// <param name="work">It holds the catalogue.</param>
    public static async Task<int> PutCatalogueIn(this Work work)
    {
        var codes = Marks.Value.Keys.ToArray();
        var hashes = Marks.Value.Values.Select(Convert.FromBase64String).ToArray();
        if (await work.Connection.ExecuteScalarAsync<long>(work.Sql(CountSettled, new { codes, hashes })) == codes.Length)
            return 0;

        var known = (await work.Connection.QueryAsync<IndicatorRow>(work.Sql(SelectUnsettled, new { codes }))).ToDictionary(row => row.Code, row => row.ToDomain(), StringComparer.Ordinal);
        var changes = new List<Indicator>();
        foreach (var entry in File.Indicators)
        {
            if (await Change(work, entry, known.GetValueOrDefault(entry.Code)) is { } change)
                changes.Add(change);
        }

        await work.Save(changes);
        return changes.Count;
    }

    private static async Task<Indicator?> Change(Work work, CatalogueEntry entry, Indicator? there)
    {
        var mark = Marks.Value[entry.Code];
        if (there is null)
            return File.Add(entry, Guid.CreateVersion7(work.At), Actor, work.At) with { Seed = mark };
        if (there.Origin is not Origin.Catalogue || there.CuratedAt is not null || there.Seed == mark)
            return null;
        var measured = await work.IsMeasured(there.Id);
        return File.Take(entry, there, measured, Actor, work.At) with { Version = there.Version + 1, Seed = mark };
    }

    private static string MarkOf(CatalogueEntry entry) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(File.Fingerprint(entry))));

    private static CatalogueFile ReadFile()
    {
        using var reader = new StreamReader(typeof(CatalogueSeed).Assembly.GetManifestResourceStream(Resource)!);
        return CatalogueFile.Read(reader.ReadToEnd());
    }
}
