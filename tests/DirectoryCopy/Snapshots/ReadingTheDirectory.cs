using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.DirectoryCopy.Snapshots;
using SocialPolicy.Harness;
using SocialPolicy.PlanRegistry.V1;

namespace SocialPolicy.DirectoryCopy.FunctionalTests.Snapshots;

public sealed class ReadingTheDirectory : IAsyncLifetime
{
    private const string Outcome = "select coalesce(last_outcome, '') from ground.jobs where name = 'refresh-directory'";

    private readonly CopyHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Says_that_nobody_answers_and_catches_up_when_somebody_does()
    {
        await Eventually.Holds(async () => (await host.Ask<string>(Outcome)).StartsWith("DirectoryNotRead: PlanRegistry did not tell its directory: Unavailable", StringComparison.Ordinal));
        (await host.Ask<bool>("select failed and next_run_at < now() + interval '31 seconds' from ground.jobs where name = 'refresh-directory'")).ShouldBeTrue();
        foreach (var number in Enumerable.Range(1, 5))
        {
            host.Registry.Units.Add(AUnit($"tỉnh {number}"));
            host.Registry.Agencies.Add(AnAgency($"UBND tỉnh {number}"));
        }

        await host.StartRegistry();

        await Eventually.Holds(async () => await host.Ask<string>(Outcome) == "read 5 units and 5 agencies", TimeSpan.FromSeconds(90));
        (await host.Ask<long>("select count(*) from directory_units")).ShouldBe(5);
        (await host.Ask<long>("select count(*) from directory_agencies")).ShouldBe(5);
        host.Registry.Callers.ShouldContain(Copy.Service);
    }

    [Fact]
    public async Task Leaves_the_newest_whatever_comes_first()
    {
        await host.StartRegistry();
        var (heard, missed, newer) = (AnAgency("Sở Y tế"), AnAgency("Sở Xây dựng"), AnAgency("Sở Tài chính"));
        host.Registry.Agencies.AddRange([heard, missed, newer]);
        host.Registry.Version = 7;
        await host.Announce(Fact(heard, "Sở Y tế, as it was"), version: 5);

        await host.Refresh();
        (await Names()).ShouldBe([(heard.Name, "Sở Y tế"), (missed.Name, "Sở Xây dựng"), (newer.Name, "Sở Tài chính")], ignoreOrder: true);

        await host.Announce(Fact(missed, "Sở Xây dựng, as it was"), version: 6);
        await host.Announce(Fact(newer, "Sở Tài chính, as it is by now"), version: 8);
        await host.Refresh();
        (await Names()).ShouldBe([(heard.Name, "Sở Y tế"), (missed.Name, "Sở Xây dựng"), (newer.Name, "Sở Tài chính, as it is by now")], ignoreOrder: true);

        (host.Registry.Version, newer.DisplayName) = (9, "Sở Tài chính, renamed again");
        await host.Refresh();
        (await Names()).ShouldContain((newer.Name, "Sở Tài chính, renamed again"));
    }

    [Fact]
    public async Task Keeps_units_as_an_announcement_would()
    {
        await host.StartRegistry();
        var province = AUnit("tỉnh Sơn La");
        var district = AUnit("huyện Mai Sơn");
        (district.Level, district.Parent, district.ValidTo) = (Unit.Types.Level.District, province.Name, new() { Year = 2025, Month = 6, Day = 30 });
        district.SucceededBy.Add(province.Name);
        host.Registry.Units.AddRange([province, district]);
        host.Registry.Version = 3;
        await host.Refresh();

        var read = await Row("directory_units", Id(district.Name));
        await host.Announce(new UnitsChanged([SnapshotRows.Row(district)]), version: 4);

        read.ShouldContain("\"level\": \"district\"");
        read.ShouldContain("\"valid_to\": \"2025-06-30\"");
        (await Row("directory_units", Id(district.Name))).ShouldBe(read);
        (await host.Ask<long>("select version from directory_units where id = @id", new { id = Id(district.Name) })).ShouldBe(4);
    }

    [Fact]
    public async Task Knows_every_level_and_every_kind_of_the_contract()
    {
        await host.StartRegistry();
        foreach (var level in Enum.GetValues<Unit.Types.Level>().Where(level => level != Unit.Types.Level.Unspecified))
        {
            var unit = AUnit($"{level}");
            unit.Level = level;
            host.Registry.Units.Add(unit);
        }

        foreach (var kind in Enum.GetValues<Agency.Types.Kind>().Where(kind => kind != Agency.Types.Kind.Unspecified))
        {
            var agency = AnAgency($"{kind}");
            agency.Kind = kind;
            host.Registry.Agencies.Add(agency);
        }

        (await host.Refresh()).ShouldBe("read 4 units and 8 agencies");
        (await host.Ask<long>("select count(distinct kind) from directory_agencies")).ShouldBe(8);
    }

    private static Unit AUnit(string name) => new()
    {
        Name = $"units/{Guid.CreateVersion7()}",
        Codes = { $"test:{Guid.CreateVersion7():N}" },
        DisplayName = name,
        Level = Unit.Types.Level.Province,
    };

    private static Agency AnAgency(string name) => new()
    {
        Name = $"agencies/{Guid.CreateVersion7()}",
        Codes = { $"test:{Guid.CreateVersion7():N}" },
        DisplayName = name,
        Kind = Agency.Types.Kind.Department,
        Unit = $"units/{Guid.CreateVersion7()}",
        Binding = Agency.Types.Binding.Assigned,
    };

    private static Guid Id(string name) => Guid.Parse(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    private static AgenciesChanged Fact(Agency agency, string name) => new([SnapshotRows.Row(agency) with { Name = name }]);

    private Task<string> Row(string table, Guid id) => host.Ask<string>($"select (to_jsonb(t) - 'version')::text from {table} t where id = @id", new { id });

    private async Task<IReadOnlyList<(string Agency, string Name)>> Names()
    {
        var names = await host.Ask<string>("select string_agg(id || '|' || name, E'\n') from directory_agencies");
        return [.. names.Split('\n').Select(line => line.Split('|')).Select(parts => ($"agencies/{parts[0]}", parts[1]))];
    }
}
