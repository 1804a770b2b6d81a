namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>An agency that a round has asked, or that took over from one it has asked.</summary>
/// <param name="Id">The agency.</param>
/// <param name="Asked">It has an obligation in the round, in whatever state.</param>
/// <param name="Answered">One it took over from has one that still counts: owed, submitted, returned or settled.</param>
/// <param name="LeftBy">Those it took over from that were exempted because they ended.</param>
public sealed record Involved(Guid Id, bool Asked, bool Answered, IReadOnlyList<Guid> LeftBy);

/// <summary>Who joins a round that is running.</summary>
public static class Joining
{
    /// <summary>
    /// Who belonged to it on the day it opened, also when the directory says so only later; whom the duty names today; and of those
    /// whom it means in a group today, the heirs of agencies that ended before they had reported. Nobody is asked for what the
    /// agency it took over from has answered, or is still asked for, and nobody is asked twice.
    /// </summary>
    /// <param name="round">Running. One by a letter asked whom the letter named: only heirs join it.</param>
    /// <param name="atOpening">Whom the duty meant on the day it opened, without those that have ended since.</param>
    /// <param name="today">Whom it means today.</param>
    /// <param name="involved">Whom the round has asked, and their heirs.</param>
    public static IReadOnlyList<AskedAgency> Of(Round round, IEnumerable<AskedAgency> atOpening, Whom today, IEnumerable<Involved> involved)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(today);
        var known = involved.ToDictionary(agency => agency.Id);
        var scheduled = round.Kind is RoundKind.Scheduled;
        bool Asked(AskedAgency agency) => known.GetValueOrDefault(agency.Id) is { Asked: true };
        bool Answered(AskedAgency agency) => known.GetValueOrDefault(agency.Id) is { Answered: true };
        bool LeftOver(AskedAgency agency) => known.GetValueOrDefault(agency.Id) is { LeftBy.Count: > 0 };

        var own = scheduled ? atOpening.Concat(today.Named) : [];
        return Whom.Once(own.Concat(today.Asked.Where(LeftOver)).Where(agency => !Asked(agency) && !Answered(agency)));
    }
}
