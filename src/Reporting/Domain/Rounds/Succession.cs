using SocialPolicy.Reporting.Domain.Obligations;

namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>What becomes of one round when agencies in it have ended (chấm dứt hoạt động, sáp nhập, chia tách).</summary>
/// <param name="Following">The round and its obligations as they are from now on.</param>
/// <param name="Heirs">Who owes in the round from now on and has owed nothing in it before.</param>
public sealed record Succession(Following Following, IReadOnlyList<AskedAgency> Heirs)
{
    /// <summary>
    /// What nobody has submitted is owed by the only heir, in time; without one, and after the last day, by nobody: an heir is not late
    /// for what it never owed. What was submitted stays its agency's. What waits for a receiver that ended waits for its only heir, or
    /// for whom a person has named since; without either it stays. Of a round that is as this says nothing comes.
    /// </summary>
    /// <param name="round">Not history.</param>
    /// <param name="obligations">All of the round.</param>
    /// <param name="ended">Who ended before <paramref name="today"/>, each with the agency that stands for it today; null without a sure answer.</param>
    /// <param name="named">Who surely receives for the duty today; null when nobody does.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day of <paramref name="at"/>.</param>
    public static Succession Of(
        Round round, IReadOnlyCollection<Obligation> obligations, IReadOnlyDictionary<Guid, AskedAgency?> ended, Guid? named, DateTimeOffset at, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(obligations);
        ArgumentNullException.ThrowIfNull(ended);
        Guid Receives(Guid receiver) => ended.TryGetValue(receiver, out var heir) ? heir?.Id ?? named ?? receiver : receiver;

        var now = round with { ReceiverId = round.ReceiverId is { } receiver ? Receives(receiver) : null };
        var orphaned = obligations.Where(one => one.State is ObligationState.Owed && ended.ContainsKey(one.AgencyId)).ToList();
        var heirs = today > round.LateAfter ? [] : Whom.Once(orphaned.Select(one => ended[one.AgencyId]).OfType<AskedAgency>());
        var there = obligations.ToDictionary(one => one.AgencyId);

        var handed = obligations.Except(orphaned).Where(one => one.IsOpen && Receives(one.ReceiverId) != one.ReceiverId)
            .Select(one => one.HandedTo(Receives(one.ReceiverId)));
        var restored = heirs.Select(heir => there.GetValueOrDefault(heir.Id)).OfType<Obligation>()
            .Where(one => one.State is ObligationState.Exempted).Select(one => one.Rescheduled(now));
        return new(
            new(
                now,
                now != round,
                [.. orphaned.Select(one => one.Exempted(Exemption.AgencyEnded, at))],
                [.. handed.Concat(restored).Select(one => (one, there[one.AgencyId].Due))]),
            [.. heirs.Where(heir => !there.ContainsKey(heir.Id))]);
    }
}
