using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>What an amended duty makes of one round that is open.</summary>
/// <param name="Round">As it is from now on.</param>
/// <param name="Moved">It has another day, cut-off or receiver.</param>
/// <param name="Exempted">What is not owed any more, with the reason in it.</param>
/// <param name="Rescheduled">What is owed otherwise, each with the day it was due before.</param>
public sealed record Following(Round Round, bool Moved, IReadOnlyList<Obligation> Exempted, IReadOnlyList<(Obligation Obligation, DateOnly Before)> Rescheduled)
{
    /// <summary>
    /// Follows the duty as it is now. Applied to rounds by the duty's own date that are not yet due, and in them to what nobody has
    /// submitted: what was due before an amendment stays as it was, and nobody is late by a day that was set after it.
    /// </summary>
    /// <param name="round">Open, scheduled, due today or later.</param>
    /// <param name="duty">As amended.</param>
    /// <param name="due">The rounds that it asks for now.</param>
    /// <param name="whom">Whom it means now.</param>
    /// <param name="obligations">Of the round; those that were submitted are left alone.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day of <paramref name="at"/>.</param>
    public static Following Of(Round round, Duty duty, IEnumerable<DueRound> due, Whom whom, IEnumerable<Obligation> obligations, DateTimeOffset at, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(whom);
        List<Obligation> open = [.. obligations.Where(obligation => obligation.State is ObligationState.Owed or ObligationState.Exempted)];
        if (duty.Ended)
            return None(round, open, Exemption.DutyDropped, at);
        if (due.FirstOrDefault(one => !one.History && one.Occurrence.Period == round.Period) is not { } asked)
            return None(round, open, Exemption.PeriodNotAskedFor, at);

        var now = AsItIsNow(round, duty, asked, whom, today);
        // Who reports is not known at all, or not all of them: then nobody is let go.
        var known = !whom.Findings.Contains(Findings.ReportersUnknown);
        var agencies = whom.Asked.Select(agency => agency.Id).ToHashSet();
        // An heir that took over from nobody after all is asked when the duty names it, not because it is in a group by now.
        bool Asks(Obligation one) => one.ExemptReason == Exemption.SuccessionTakenBack ? whom.Named.Any(agency => agency.Id == one.AgencyId) : agencies.Contains(one.AgencyId);
        static bool Moved(Obligation one) => one.ExemptReason is Exemption.AgencyEnded or Exemption.SuccessionTakenBack;
        return new(
            now,
            now != round,
            [.. open.Where(one => one.State is ObligationState.Owed && known && !agencies.Contains(one.AgencyId)).Select(one => one.Exempted(Exemption.AgencyNotAsked, at))],
            [.. open.Where(one => (Asks(one) || (!known && !Moved(one))) && !one.Follows(now)).Select(one => (one.Rescheduled(now), one.Due))]);
    }

    private static Following None(Round round, IEnumerable<Obligation> open, string reason, DateTimeOffset at) =>
        new(round, Moved: false, [.. open.Where(one => one.State is ObligationState.Owed).Select(one => one.Exempted(reason, at))], []);

    private static Round AsItIsNow(Round round, Duty duty, DueRound asked, Whom whom, DateOnly today)
    {
        var next = Round.Scheduled(round.Id, duty, asked, whom.Receiver ?? round.ReceiverId, round.OpenedOn);
        return next.Due.Day < today ? round with { ReceiverId = next.ReceiverId } : next with { History = round.History };
    }
}
