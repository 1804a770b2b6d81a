using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>What becomes of one round when agencies in it have ended (chấm dứt hoạt động, sáp nhập, chia tách).</summary>
/// <param name="Following">The round and its obligations as they are from now on.</param>
/// <param name="Heirs">Who owes in the round from now on and has owed nothing in it before.</param>
/// <param name="InPlaceOf">Of each heir, the agencies of the round that it took over from.</param>
public sealed record Succession(Following Following, IReadOnlyList<AskedAgency> Heirs, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> InPlaceOf)
{
    /// <summary>
    /// What nobody has submitted is owed by the only heir, in time; without one, and after the last day, by nobody: an heir is not late
    /// for what it never owed. What was submitted stays its agency's. What waits for a receiver that ended waits for its only heir, or
    /// for whom a person has named since; without either it stays. An heir that the directory names later, or instead of another, owes
    /// what was exempted before. Of a round that is as this says nothing comes.
    /// </summary>
    /// <param name="round">Not history.</param>
    /// <param name="obligations">All of the round.</param>
    /// <param name="ended">Who ended before <paramref name="today"/>, each with the agency that stands for it today; null without a sure answer.</param>
    /// <param name="named">Who surely receives for the duty today; null when nobody does.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day of <paramref name="at"/>.</param>
    /// <param name="whom">Whom the duty means today; null when it does not ask for the period any more.</param>
    public static Succession Of(
        Round round, IReadOnlyCollection<Obligation> obligations, IReadOnlyDictionary<Guid, AskedAgency?> ended, Guid? named, DateTimeOffset at, DateOnly today, Whom? whom = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(obligations);
        ArgumentNullException.ThrowIfNull(ended);
        Guid Receives(Guid receiver) => ended.TryGetValue(receiver, out var heir) ? heir?.Id ?? named ?? receiver : receiver;

        var now = round with { ReceiverId = round.ReceiverId is { } receiver ? Receives(receiver) : null };
        var there = obligations.ToDictionary(one => one.AgencyId);
        var orphaned = obligations.Where(one => one.State is ObligationState.Owed && ended.ContainsKey(one.AgencyId)).ToList();
        var left = orphaned.Concat(LeftBefore(round, obligations, ended, whom)).Where(one => today <= round.LateAfter && ended[one.AgencyId] is not null).ToList();
        var heirs = Whom.Once(left.Select(one => ended[one.AgencyId]!));
        var inPlaceOf = heirs.ToDictionary(heir => heir.Id, IReadOnlyList<Guid> (heir) => [.. left.Where(one => ended[one.AgencyId]!.Id == heir.Id).Select(one => one.AgencyId)]);

        var handed = obligations.Except(orphaned).Where(one => one.IsOpen && Receives(one.ReceiverId) != one.ReceiverId)
            .Select(one => one.HandedTo(Receives(one.ReceiverId)));
        var restored = heirs.Select(heir => there.GetValueOrDefault(heir.Id)).OfType<Obligation>()
            .Where(one => one.State is ObligationState.Exempted).Select(one => one.Rescheduled(now) with { InPlaceOf = inPlaceOf[one.AgencyId] });
        return new(
            new(
                now,
                now != round,
                [.. orphaned.Select(one => one.Exempted(Exemption.AgencyEnded, at))],
                [.. handed.Concat(restored).Select(one => (one, there[one.AgencyId].Due))]),
            [.. heirs.Where(heir => !there.ContainsKey(heir.Id))],
            inPlaceOf);
    }

    // What was exempted when nobody, or another, was known to take over. Whoever was let go for another reason since stays so.
    private static IEnumerable<Obligation> LeftBefore(
        Round round, IReadOnlyCollection<Obligation> obligations, IReadOnlyDictionary<Guid, AskedAgency?> ended, Whom? whom)
    {
        bool IsNew(Guid heir) => obligations.FirstOrDefault(one => one.AgencyId == heir) is not { } known || known.ExemptReason == Exemption.SuccessionTakenBack;
        bool Answered(Guid agency) => obligations.Any(other => other.SubmittedOn is not null && other.InPlaceOf.Contains(agency));
        return obligations.Where(one => one.ExemptReason == Exemption.AgencyEnded
            && ended.GetValueOrDefault(one.AgencyId) is { } heir && IsNew(heir.Id) && Correction.Asks(round, whom, heir.Id) && !Answered(one.AgencyId));
    }
}
