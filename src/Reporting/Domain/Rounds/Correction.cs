using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>
/// What becomes of one round when the directory takes the end of an agency back, or names another heir (thu hồi, đính chính).
/// </summary>
/// <param name="BroughtBack">Owed again by agencies that are there after all.</param>
/// <param name="TakenBack">Not owed any more by agencies that took over from nobody in the round.</param>
public sealed record Correction(IReadOnlyList<Obligation> BroughtBack, IReadOnlyList<Obligation> TakenBack)
{
    /// <summary>
    /// What was exempted because its agency ended is owed again, as long as the duty asks for it, no heir has answered in its place, and
    /// it is in time or was late before: nobody is late for days on which nothing was asked of it. What an heir was asked and has not
    /// submitted is taken back, unless another that ended in the round has left it something, or the duty names it by itself. Of a round
    /// that is as this says nothing comes.
    /// </summary>
    /// <param name="round">Not history.</param>
    /// <param name="obligations">All of the round.</param>
    /// <param name="there">The agencies of the round that are in force today.</param>
    /// <param name="descent">Who ended before <paramref name="today"/>, each with all that took over from it, near and far.</param>
    /// <param name="whom">Whom the duty means today; null when it does not ask for the period any more.</param>
    /// <param name="late">The obligations that were late already when they were exempted.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day of <paramref name="at"/>.</param>
    public static Correction Of(
        Round round,
        IReadOnlyCollection<Obligation> obligations,
        IReadOnlySet<Guid> there,
        IReadOnlySet<(Guid Ended, Guid Heir)> descent,
        Whom? whom,
        IReadOnlySet<Guid> late,
        DateTimeOffset at,
        DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(obligations);
        ArgumentNullException.ThrowIfNull(there);
        ArgumentNullException.ThrowIfNull(late);
        bool InTime(Obligation one) => today <= round.LateAfter || late.Contains(one.Id);
        bool Answered(Obligation one) => obligations.Any(other => other.SubmittedOn is not null && other.InPlaceOf.Contains(one.AgencyId));

        var exempted = obligations.Where(one => one.ExemptReason == Exemption.AgencyEnded).ToList();
        var back = exempted.Where(one => there.Contains(one.AgencyId) && Asks(round, whom, one.AgencyId) && InTime(one) && !Answered(one)).ToList();
        var gone = exempted.Except(back).ToList();
        bool TakesOver(Obligation one) => gone.Any(ended => descent.Contains((ended.AgencyId, one.AgencyId)));
        bool Named(Obligation one) => round.Kind is RoundKind.Scheduled && whom is not null && whom.Named.Any(agency => agency.Id == one.AgencyId);

        return new(
            [.. back.Select(one => one.Rescheduled(round))],
            [.. obligations.Where(one => one.State is ObligationState.Owed && one.InPlaceOf.Count > 0 && !TakesOver(one) && !Named(one))
                .Select(one => one.Exempted(Exemption.SuccessionTakenBack, at))]);
    }

    /// <summary>Whether the duty still asks an agency that was asked in the round. Whom a letter has asked it asks.</summary>
    public static bool Asks(Round round, Whom? whom, Guid agency)
    {
        ArgumentNullException.ThrowIfNull(round);
        return whom is not null
            && (round.Kind is RoundKind.Opened || whom.Findings.Contains(Duties.Findings.ReportersUnknown) || whom.Asked.Any(asked => asked.Id == agency));
    }

    /// <summary>The obligations as they are after it.</summary>
    public IReadOnlyList<Obligation> AppliedTo(IEnumerable<Obligation> obligations)
    {
        var changed = BroughtBack.Concat(TakenBack).ToDictionary(one => one.Id);
        return [.. obligations.Select(one => changed.GetValueOrDefault(one.Id, one))];
    }
}
