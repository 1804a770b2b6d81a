using SocialPolicy.Calendar;

namespace SocialPolicy.Reporting.Service.Rounds;

/// <summary>The working days that deadlines are reckoned with.</summary>
internal static class OfficeDays
{
    private const int FirstYear = 2015;
    private const int LastYear = 2075;

    private static readonly Lazy<WorkingDays> Seeded = new(() => WorkingDays.Seeded(FirstYear, LastYear));

    public static WorkingDays All => Seeded.Value;
}
