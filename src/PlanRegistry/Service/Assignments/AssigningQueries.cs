using Npgsql;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.BuildingBlocks.Service.Clock;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Assignments.Rules;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Service.Directory;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Assignments;

/// <summary>What an assignment looks at.</summary>
internal static class AssigningQueries
{
    /// <summary>The plan of a filter; null when it names none. Throws PLAN_NOT_FOUND.</summary>
    public static async Task<Guid?> RequireAnyPlan(this NpgsqlConnection connection, string name, string field, Guid[] hidden, CancellationToken ct)
    {
        if (name.Length == 0)
            return null;
        var id = PlanService.PlanName.Parse(name, field);
        await connection.MustBeThere(id, hidden, ct);
        return id;
    }

    /// <summary>The names in a plan, with whom they mean on a day. The plan is held against publication meanwhile.</summary>
    public static async Task<IReadOnlyList<NameInPlan>> NamesOf(this Work work, Guid id, DateOnly on)
    {
        var plan = await work.RequireKeptPlan(id);
        if (plan.State is PlanState.Published)
            return await work.Connection.NamesOn([id], on, work.Cancellation);
        var content = await work.Connection.ContentOf(id, work.Cancellation);
        var parties = await work.Connection.FindParties(id, plan.Header, content, on, work.Cancellation);
        return NamesOf(id, plan.Header, parties);
    }

    /// <summary>The names in a plan that is not published.</summary>
    public static IReadOnlyList<NameInPlan> NamesOf(Guid plan, PlanHeader header, PlanParties parties) =>
    [
        .. header.Issuer is { } issuer ? [new NameInPlan(plan, PartyPlace.OfIssuer, new(issuer, parties.IssuerAgencyId, null))] : Array.Empty<NameInPlan>(),
        .. parties.Places().Select(place => new NameInPlan(plan, place.Place, place.Party)),
    ];

    /// <summary>A group as a request names it.</summary>
    public static async Task<AgencyGroup> GroupOf(this NpgsqlConnection connection, V1.AgencyGroup given, string path, DateOnly on, CancellationToken ct)
    {
        var (below, kinds) = given.ToReach(path);
        Check.Rule(new AssignmentsAreWhole(path, below is not null && kinds.Count > 0));
        var unit = await connection.RequireUnitInForce(given.Unit, $"{path}.unit", on, ct);
        return new(unit.Id, below!.Value, kinds);
    }

    /// <summary>Throws AGENCY_NOT_YOURS: what an agency is called is everybody's, so who adds a name to it reaches it.</summary>
    public static async Task MustReachRemembered(this Work work, IReadOnlyList<PartyAssignment> said)
    {
        foreach (var agency in said.Where(one => one.Remembered).Select(one => one.AgencyId!.Value).Distinct())
        {
            Check.Rule(new CallersActForTheirAgencies(
                DirectoryService.AgencyName.Of(agency), await work.Connection.Reaches(work.Caller, [agency], work.At.InVietnam(), work.Cancellation)));
        }
    }

    /// <summary>Agencies that are to be called as the names are written: each changes, and a name means one of its unit. Throws ALIAS_TAKEN.</summary>
    public static async Task Remember(this Work work, IReadOnlyList<PartyAssignment> said, DateOnly on)
    {
        var called = new Dictionary<Guid, Agency>();
        foreach (var one in said.Where(one => one.Remembered))
        {
            var agency = await work.Connection.RequireAgency(DirectoryService.AgencyName.Of(one.AgencyId!.Value), "agency", work.Cancellation);
            var around = await work.Connection.AroundUnit(agency.UnitId, on, work.Cancellation);
            Check.Rule(new RememberedNamesMeanOne(one.Text, agency.ToDirectoryAgency(), [.. around.Agencies.Where(other => other.UnitId == agency.UnitId)]));
            called[agency.Id] = agency.ToAgency();
        }

        await work.Keep(new DirectoryChanges([], [], [], [.. called.Values], Unchanged: 0));
    }
}
