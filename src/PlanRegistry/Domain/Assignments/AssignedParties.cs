using SocialPolicy.PlanRegistry.Domain.Directory;

namespace SocialPolicy.PlanRegistry.Domain.Assignments;

/// <summary>Whom the names in a plan mean when what a person said of them counts.</summary>
public static class AssignedParties
{
    /// <summary>Every name in the duties, with its place.</summary>
    public static IEnumerable<(PartyPlace Place, Party Party)> Places(this PlanParties parties)
    {
        ArgumentNullException.ThrowIfNull(parties);
        return parties.Duties.SelectMany(duty => Places(duty.Key, duty.Value));
    }

    /// <summary>The parties of the duties with what was said of them; the issuer stays who issued the plan.</summary>
    /// <param name="parties">As the directory says, or as they were fixed.</param>
    /// <param name="said">In the order it was said.</param>
    /// <param name="on">The day that counts.</param>
    public static PlanParties With(this PlanParties parties, IReadOnlyCollection<PartyAssignment> said, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(said);
        return said.Count == 0 ? parties : parties with { Duties = parties.Duties.ToDictionary(duty => duty.Key, duty => With(duty.Key, duty.Value, said, on)) };
    }

    private static IEnumerable<(PartyPlace Place, Party Party)> Places(Guid duty, DutyParties parties) =>
    [
        .. parties.Reporters.Select((party, at) => (new PartyPlace(duty, PartyRole.Reporter, at + 1), party)),
        .. parties.Addressees.Select((party, at) => (new PartyPlace(duty, PartyRole.Addressee, at + 1), party)),
        .. parties.Via is { } via ? [(new PartyPlace(duty, PartyRole.Via, 1), via)] : Array.Empty<(PartyPlace, Party)>(),
    ];

    private static DutyParties With(Guid duty, DutyParties parties, IReadOnlyCollection<PartyAssignment> said, DateOnly on) => new(
        [.. parties.Reporters.Select((party, at) => With(party, new(duty, PartyRole.Reporter, at + 1), said, on))],
        [.. parties.Addressees.Select((party, at) => With(party, new(duty, PartyRole.Addressee, at + 1), said, on))],
        parties.Via is { } via ? With(via, new(duty, PartyRole.Via, 1), said, on) : null);

    private static Party With(Party party, PartyPlace place, IReadOnlyCollection<PartyAssignment> said, DateOnly on) =>
        PartyAssignment.That(said, place, party.Text, on)?.Party ?? party;
}
