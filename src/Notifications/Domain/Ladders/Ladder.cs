using System.Globalization;
using SocialPolicy.Notifications.Domain.Notices;

namespace SocialPolicy.Notifications.Domain.Ladders;

/// <summary>A notice that is due.</summary>
/// <param name="To">To whom; when it is held, to nobody.</param>
/// <param name="Kind">What for.</param>
/// <param name="Rung">The rung: at most once to an agency.</param>
/// <param name="Late">Its day is over: it should have gone earlier.</param>
public sealed record DueNotice(Recipient To, NoticeKind Kind, string Rung, bool Late);

/// <summary>
/// The ladder of reminders. It follows from where an obligation stands and what day it is, never from "today equals": after a
/// pause of a week the newest useful rung of each kind goes out, and those it has overtaken do not.
/// </summary>
public static class Ladder
{
    private const int Week = 7;

    // Days before the last one; 0 is the day itself.
    private static readonly int[] Upcoming = [30, 15, 7, 3, 1, 0];

    /// <summary>The newest rung of each kind that has come by a day; whether it went out already is for the caller to know.</summary>
    public static IEnumerable<DueNotice> On(DateOnly today, OwedObligation obligation)
    {
        if (obligation.StaysInside || today < obligation.IssuedOn)
            return [];
        DueNotice?[] rungs = [Returned(obligation), Issued(today, obligation), Nearer(today, obligation), Overdue(today, obligation), Escalation(today, obligation)];
        return rungs.OfType<DueNotice>();
    }

    /// <summary>Whether a notice still says what is the case: false when a later rung, or the last day, has overtaken it.</summary>
    public static bool StillSays(DateOnly today, OwedObligation obligation, Guid agency, string rung) =>
        On(today, obligation).Any(due => due.To.Held is null && due.To.Id == agency && due.Rung == rung);

    private static DueNotice? Returned(OwedObligation obligation) => obligation.Returned > 0
        ? new(obligation.Agency, NoticeKind.Returned, Name("returned", obligation.Returned), Late: false)
        : null;

    // Who was told another day is told the new one. Who takes over what came back is told that it did, and the day with it.
    private static DueNotice? Issued(DateOnly today, OwedObligation obligation)
    {
        if (today > obligation.Due || obligation.Agency.TakesOver)
            return null;
        return obligation.ToldBefore
            ? new(obligation.Agency, NoticeKind.Rescheduled, "rescheduled", today > obligation.KnownOn)
            : new(obligation.Agency, NoticeKind.Issued, "issued", today > obligation.IssuedOn);
    }

    // What came before the last day was known is said by the notice of that.
    private static DueNotice? Nearer(DateOnly today, OwedObligation obligation)
    {
        if (today > obligation.Due)
            return null;
        foreach (var days in Upcoming.Reverse())
        {
            var day = obligation.Due.AddDays(-days);
            if (day > today)
                continue;
            if (day <= obligation.KnownOn)
                return null;
            return days == 0
                ? new(obligation.Agency, NoticeKind.DueToday, "due", Late: false)
                : new(obligation.Agency, NoticeKind.Upcoming, Name("before", days), today > day);
        }

        return null;
    }

    // The day after, a week after, and each week from there.
    private static DueNotice? Overdue(DateOnly today, OwedObligation obligation)
    {
        if (!obligation.IsOverdue(today))
            return null;
        var days = today.DayNumber - obligation.Due.DayNumber;
        var rung = days < Week ? 1 : days - days % Week;
        return new(obligation.Agency, NoticeKind.Overdue, Name("overdue", rung), days > rung);
    }

    // To the receiver, the day after and each week from there.
    private static DueNotice? Escalation(DateOnly today, OwedObligation obligation)
    {
        if (!obligation.IsOverdue(today))
            return null;
        var days = today.DayNumber - obligation.Due.DayNumber;
        var rung = days - (days - 1) % Week;
        return new(obligation.Receiver, NoticeKind.Escalation, Name("escalation", rung), days > rung);
    }

    private static string Name(string group, int number) => string.Create(CultureInfo.InvariantCulture, $"{group}-{number}");
}
