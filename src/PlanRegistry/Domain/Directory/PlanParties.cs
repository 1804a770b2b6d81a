using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>Whom the names in a plan mean: its issuer, and the parties of each of its reporting duties.</summary>
/// <param name="IssuerAgencyId">Null when the directory does not know the issuer; then nobody else is known either.</param>
/// <param name="UnitId">The unit whose plan it is.</param>
/// <param name="Duties">By the id of the duty.</param>
public sealed record PlanParties(Guid? IssuerAgencyId, Guid? UnitId, IReadOnlyDictionary<Guid, DutyParties> Duties)
{
    /// <summary>Nobody is known.</summary>
    public static PlanParties Unknown(PlanContent content) => new(null, null, content.Duties.ToDictionary(duty => duty.Id, duty => new DutyParties(
        [.. duty.Reporters.Select(Nobody)], [.. duty.Addressees.Select(Nobody)], duty.Via is { } via ? Nobody(via) : null)));

    /// <summary>What is known around the issuer.</summary>
    public static PlanParties Of(PlanContent content, Guid issuer, Surroundings around) => new(issuer, around.Unit.Id, content.Duties.ToDictionary(duty => duty.Id, duty => new DutyParties(
        [.. duty.Reporters.Select(name => PartyResolver.Resolve(name, around))],
        [.. duty.Addressees.Select(name => PartyResolver.Resolve(name, around))],
        duty.Via is { } via ? PartyResolver.Resolve(via, around) : null)));

    private static Party Nobody(string text) => new(text, null, null);
}

/// <summary>Whom the names in one reporting duty mean, in the order of the names.</summary>
public sealed record DutyParties(IReadOnlyList<Party> Reporters, IReadOnlyList<Party> Addressees, Party? Via);
