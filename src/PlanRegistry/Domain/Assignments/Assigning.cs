using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Assignments.Rules;
using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Domain.Assignments;

/// <summary>A name in a plan and whom it means on a day.</summary>
public sealed record NameInPlan(Guid PlanId, PartyPlace Place, Party Party);

/// <summary>Whom a name is to mean, as a person says it.</summary>
public sealed record IntendedAssignment(Guid PlanId, PartyPlace Place, Guid? AgencyId, AgencyGroup? Group, bool Remember)
{
    /// <summary>Whether it says one thing, and one that is possible.</summary>
    public bool IsWhole =>
        (AgencyId is null) != (Group is null) && Group is null or { Kinds.Count: > 0 }
        && (Group is null || (Place.Role is not PartyRole.Issuer && !Remember)) && (Place.Role is PartyRole.Issuer) == (Place.DutyId is null);
}

/// <summary>What comes of it.</summary>
/// <param name="New">Those to keep, in the order of the request.</param>
/// <param name="Unchanged">How many names meant just that already.</param>
public sealed record AssignmentsDecided(IReadOnlyList<PartyAssignment> New, int Unchanged);

/// <summary>Decides what is kept of what a person says of names.</summary>
public static class Assigning
{
    /// <summary>How many names one request takes.</summary>
    public const int Most = 500;

    /// <summary>Throws ASSIGNMENT_INCOMPLETE, PARTY_ASSIGNED_TWICE, PARTY_NOT_FOUND; for a name that means just that already nothing is kept.</summary>
    /// <param name="intended">As said.</param>
    /// <param name="names">The names of all the plans they are in, with whom they mean on the day.</param>
    /// <param name="validFrom">The day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When: new ids begin with it.</param>
    public static AssignmentsDecided Decide(
        IReadOnlyList<IntendedAssignment> intended, IEnumerable<NameInPlan> names, DateOnly validFrom, string reason, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(intended);
        var known = names.ToDictionary(name => (name.PlanId, name.Place), name => name.Party);
        Check.All(intended.Select((one, index) => new AssignmentsAreWhole(PathOf(index), one.IsWhole)));
        var seen = new HashSet<(Guid, PartyPlace)>();
        Check.All(intended.Select((one, index) => new PartiesAreAssignedOnce(PathOf(index), !seen.Add((one.PlanId, one.Place)))));
        foreach (var (index, one) in intended.Index())
            Check.Rule(new PartiesStandInThePlan(PathOf(index), one.Place.Role, one.Place.Position, known.ContainsKey((one.PlanId, one.Place))));

        var changed = intended
            .Select(one => (Said: one, Now: known[(one.PlanId, one.Place)]))
            .Where(pair => pair.Said.Remember || !pair.Now.MeansTheSameAs(new(pair.Now.Text, pair.Said.AgencyId, pair.Said.Group)))
            .Select(pair => new PartyAssignment(
                Guid.CreateVersion7(at), pair.Said.PlanId, pair.Said.Place, pair.Now.Text, pair.Said.AgencyId, pair.Said.Group, validFrom, reason, pair.Said.Remember))
            .ToList();
        return new(changed, intended.Count - changed.Count);
    }

    /// <summary>Names that a rule means, given to the heir. Throws NOTHING_TO_ASSIGN.</summary>
    /// <param name="predecessor">Code of whom they mean, for the refusal.</param>
    /// <param name="heir">Whom they are to mean.</param>
    /// <param name="names">The names that mean the predecessor on the day.</param>
    public static IReadOnlyList<IntendedAssignment> ByRule(string predecessor, Guid heir, IReadOnlyCollection<NameInPlan> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Check.Rule(new RulesFindSomething(predecessor, names.Count));
        return [.. names.Select(name => new IntendedAssignment(name.PlanId, name.Place, heir, null, Remember: false))];
    }

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"assignments[{index}]");
}
