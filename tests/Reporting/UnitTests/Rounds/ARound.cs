using SocialPolicy.Calendar;
using SocialPolicy.Reporting.Domain.Duties;
using SocialPolicy.Reporting.Domain.Obligations;
using SocialPolicy.Reporting.Domain.Rounds;

namespace SocialPolicy.Reporting.UnitTests.Rounds;

/// <summary>A round of 2024 that is due on 22/11 and late after 25/11, and what is owed in it.</summary>
internal static class ARound
{
    public static readonly DateTimeOffset At = new(2024, 11, 1, 8, 0, 0, TimeSpan.FromHours(7));
    public static readonly DateOnly Today = new(2024, 11, 1);
    public static readonly AskedAgency Focal = Agency();

    public static readonly Round Open = Round.Scheduled(
        Guid.CreateVersion7(), Yearly(), DueRounds.Of(Yearly().Schedule, new(2024, 2030), new(2024, 3, 1), new(2024, 3, 1), WorkingDays.Seeded(2015, 2050)).Last(), Focal.Id, new(2024, 3, 1));

    public static AskedAgency Agency() => new(Guid.CreateVersion7(), Requested: false);

    public static Obligation Owes(AskedAgency agency) => Obligation.Issue(Guid.CreateVersion7(), Open, agency);

    private static Duty Yearly() => new()
    {
        Id = Guid.CreateVersion7(),
        PlanId = Guid.CreateVersion7(),
        Position = 1,
        Schedule = new(Frequency.Annual, 25, 11, Inclusive: false, OffDays: OffDayRule.PreviousWorkingDay),
    };
}
