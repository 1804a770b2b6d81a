using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Directory;

public sealed class ImportingTheWholeCountry(Registry registry) : IClassFixture<Registry>
{
    [Fact]
    public async Task Keeps_every_unit_and_agency_and_announces_each_once()
    {
        var answer = await registry.Directory.Import(WholeCountry.Units, WholeCountry.Agencies);

        (answer.AddedUnitCount, answer.AddedAgencyCount).ShouldBe((WholeCountry.Units.Count, WholeCountry.Agencies.Count));
        (await Names()).Distinct().Count().ShouldBe(WholeCountry.Units.Count);
        var told = await registry.Ask<int[]>("""
            select array_agg(json_array_length(each.value) order by position)
            from ground.outbox, json_each(payload::json) as each where aggregate = 'directory'
            """);
        told.Sum().ShouldBe(WholeCountry.Units.Count + WholeCountry.Agencies.Count);
        told.ShouldAllBe(count => count <= 500);
        (await registry.Directory.Import(WholeCountry.Units, WholeCountry.Agencies)).UnchangedCount.ShouldBe(told.Sum());
    }

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
