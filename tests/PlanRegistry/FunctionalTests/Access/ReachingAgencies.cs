using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.PlanRegistry.FunctionalTests.Plans;

namespace SocialPolicy.PlanRegistry.FunctionalTests.Access;

/// <summary>A caller's reach is asked upwards from an agency, and listed downwards from the caller: both say what is said here in plain words.</summary>
public sealed class ReachingAgencies(Registry registry) : IClassFixture<Registry>
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    private static readonly string[] Kinds = ["peoples_committee", "peoples_council", "department", "service_unit", "vertical", "party", "front", "mass_organisation"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Says_the_same_upwards_and_downwards(int seed)
    {
        var places = Somewhere.Random(new(seed));
        await Knows(places);
        await using var connection = await registry.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();

        foreach (var agency in places.Agencies)
        {
            var caller = new Caller("somebody", "tests", agency.Code, new HashSet<Role> { Role.Viewer }, []);
            var (acts, sees) = (places.Of(agency, inherited: true), places.Of(agency, inherited: false));

            (await connection.AgenciesOf(caller, Today, default)).ShouldBe(acts, ignoreOrder: true, agency.Code);
            (await connection.AgenciesSeenBy(caller, Today, default)).ShouldNotBeNull().ShouldBe(sees, ignoreOrder: true, agency.Code);
            foreach (var other in places.Agencies)
            {
                (await connection.ActsFor(caller, [other.Id], Today, default)).ShouldBe(acts.Contains(other.Id), $"{agency.Code} for {other.Code}");
                (await connection.Reaches(caller, [other.Id], Today, default)).ShouldBe(sees.Contains(other.Id), $"{agency.Code} over {other.Code}");
            }
        }
    }

    [Fact]
    public async Task Is_everything_for_whom_no_agency_bounds_and_nothing_for_whom_none_is_named()
    {
        var places = Somewhere.Random(new(7));
        await Knows(places);
        await using var connection = await registry.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        var roles = new HashSet<Role> { Role.Registrar };
        Caller all = new("a", "tests", Caller.WholeInstallation, roles, []), none = new("b", "tests", null, roles, []);
        Guid[] agencies = [.. places.Agencies.Select(agency => agency.Id)];

        (await connection.AgenciesSeenBy(all, Today, default)).ShouldBeNull();
        (await connection.Reaches(all, agencies, Today, default)).ShouldBeTrue();
        (await connection.ActsFor(all, agencies, Today, default)).ShouldBeFalse();
        (await connection.AgenciesSeenBy(none, Today, default)).ShouldNotBeNull().ShouldBeEmpty();
        (await connection.Reaches(none, agencies, Today, default)).ShouldBeFalse();
    }

    private async Task Knows(Somewhere places)
    {
        foreach (var unit in places.Units)
        {
            await registry.Do(
                """
                insert into units (id, version, codes, name, level, parent_id, valid_to, succeeded_by, updated_at)
                values (@Id, 1, array[@Code], @Code, 'commune', @ParentId, @ValidTo, @Heirs, now())
                """,
                unit);
        }

        foreach (var agency in places.Agencies)
        {
            await registry.Do(
                """
                insert into agencies (id, version, codes, name, aliases, kind, unit_id, parent_id, requested, valid_to, succeeded_by, updated_at)
                values (@Id, 1, array[@Code], @Code, '{}', @Kind, @UnitId, @ParentId, false, @ValidTo, @Heirs, now())
                """,
                agency);
        }
    }

    private sealed record Unit(Guid Id, string Code, Guid? ParentId, DateOnly? ValidTo, Guid[] Heirs);

    private sealed record Agency(Guid Id, string Code, string Kind, Guid UnitId, Guid? ParentId, DateOnly? ValidTo, Guid[] Heirs);

    private sealed record Somewhere(IReadOnlyList<Unit> Units, IReadOnlyList<Agency> Agencies)
    {
        private const int Many = 24;

        public static Somewhere Random(Random random)
        {
            var mark = Guid.CreateVersion7().ToString("N");
            var units = new List<Unit>();
            for (var n = 0; n < Many / 2; n++)
            {
                // Above and after each are those before it: nothing goes round in a circle.
                var (ended, heirs) = Fate([.. units.Select(unit => unit.Id)], random);
                units.Add(new(Guid.CreateVersion7(), $"u{mark}:{n}", Any(units, unit => unit.Id, random), ended, heirs));
            }

            var agencies = new List<Agency>();
            for (var n = 0; n < Many; n++)
            {
                var (ended, heirs) = Fate([.. agencies.Select(agency => agency.Id)], random);
                agencies.Add(new(
                    Guid.CreateVersion7(), $"a{mark}:{n}", n % 3 == 0 ? Kinds[0] : Kinds[random.Next(Kinds.Length)], units[random.Next(units.Count)].Id,
                    random.Next(3) == 0 ? Any(agencies, agency => agency.Id, random) : null, ended, heirs));
            }

            return new(units, agencies);
        }

        /// <summary>Whom an agency acts for, or reaches: by going down from it until nothing is new.</summary>
        public IReadOnlyCollection<Guid> Of(Agency from, bool inherited)
        {
            if (from.ValidTo < Today)
                return [];
            var (reached, units) = (new HashSet<Guid> { from.Id }, new HashSet<Guid>());
            for (var before = -1; before != reached.Count + units.Count;)
            {
                before = reached.Count + units.Count;
                foreach (var agency in Agencies.Where(agency => IsHeirOf(agency.ValidTo, agency.Heirs, reached)))
                    reached.Add(agency.Id);
                if (inherited)
                    continue;
                foreach (var committee in Agencies.Where(agency => agency.Kind == Kinds[0] && reached.Contains(agency.Id)))
                    units.Add(committee.UnitId);
                foreach (var unit in Units.Where(unit => (unit.ParentId is { } parent && units.Contains(parent)) || IsHeirOf(unit.ValidTo, unit.Heirs, units)))
                    units.Add(unit.Id);
                foreach (var agency in Agencies.Where(agency => (agency.ParentId is { } parent && reached.Contains(parent)) || (IsUnderItsCommittee(agency) && units.Contains(agency.UnitId))))
                    reached.Add(agency.Id);
            }

            return reached;
        }

        private static bool IsUnderItsCommittee(Agency agency) => agency.Kind is "peoples_committee" or "department" or "service_unit";

        private static bool IsHeirOf(DateOnly? ended, Guid[] heirs, HashSet<Guid> reached) => ended < Today && heirs is [var only] && reached.Contains(only);

        private static Guid? Any<T>(List<T> some, Func<T, Guid> id, Random random) => some.Count > 0 && random.Next(5) > 0 ? id(some[random.Next(some.Count)]) : null;

        private static (DateOnly?, Guid[]) Fate(Guid[] others, Random random) => random.Next(4) switch
        {
            0 => (Today.AddDays(random.Next(-2, 2)), [.. Enumerable.Range(0, Math.Min(others.Length, random.Next(3))).Select(n => others[^(n + 1)])]),
            _ => (null, []),
        };
    }
}
