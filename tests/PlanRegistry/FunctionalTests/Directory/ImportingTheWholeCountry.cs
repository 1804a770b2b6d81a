using System.Globalization;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;
using Sent = SocialPolicy.PlanRegistry.V1.ImportDirectoryRequest.Types;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Directory;

public sealed class ImportingTheWholeCountry(Registry registry) : IClassFixture<Registry>
{
    private const int Provinces = 34;
    private const int Communes = 3_321;
    private const int OldCommunes = 10_038;

    [Fact]
    public async Task Keeps_every_unit_and_announces_each_once()
    {
        var rows = Rows().ToList();

        (await registry.Directory.Import(rows)).AddedUnitCount.ShouldBe(rows.Count);

        (await Names()).Distinct().Count().ShouldBe(rows.Count);
        var told = await registry.Ask<int[]>("""
            select array_agg(json_array_length(each.value) order by position)
            from ground.outbox, json_each(payload::json) as each where aggregate = 'directory'
            """);
        told.Sum().ShouldBe(rows.Count);
        told.ShouldAllBe(count => count <= 500);
    }

    private static IEnumerable<Sent.UnitRow> Rows()
    {
        for (var i = 0; i < Provinces; i++)
            yield return Sending.Province(Code("p", i));
        for (var i = 0; i < Communes; i++)
            yield return Commune(Code("c", i), i);
        for (var i = 0; i < OldCommunes; i++)
        {
            var old = Commune(Code("o", i), i);
            old.ValidTo = new() { Year = 2025, Month = 6, Day = 30 };
            old.SucceededByCodes.Add(Code("c", i % Communes));
            yield return old;
        }
    }

    private static Sent.UnitRow Commune(string code, int number) =>
        new() { Codes = { code }, DisplayName = $"xã {code}", Level = V1.Unit.Types.Level.Commune, ParentCode = Code("p", number % Provinces) };

    private static string Code(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"country:{kind}{number}");

    private async Task<List<string>> Names()
    {
        var names = new List<string>();
        var request = new V1.ListUnitsRequest { PageSize = 1000 };
        do
        {
            var page = await registry.Directory.ListUnitsAsync(request);
            names.AddRange(page.Units.Select(unit => unit.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }
}
