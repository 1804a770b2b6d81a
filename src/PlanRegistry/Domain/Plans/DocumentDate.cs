using System.Globalization;

namespace SocialPolicy.PlanRegistry.Domain.Plans;

/// <summary>A date as a document states it: the day, or the day and the month, may be left blank.</summary>
public sealed record DocumentDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>True when the parts that are stated make a date, or the beginning of one.</summary>
    public bool IsValid =>
        Year is >= 1000 and <= 9999
        && Month is null or (>= 1 and <= 12)
        && (Day is null || (Month is { } month && Day >= 1 && Day <= DateTime.DaysInMonth(Year, month)));

    /// <summary>The calendar day, null while a part is blank.</summary>
    public DateOnly? AsDay => this is { Month: { } month, Day: { } day } ? new DateOnly(Year, month, day) : null;

    /// <summary>Whether the other states all that this one does, and maybe more.</summary>
    public bool IsPartOf(DocumentDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Year == other.Year && (Month is null || Month == other.Month) && (Day is null || Day == other.Day);
    }

    /// <summary>A full date.</summary>
    public static DocumentDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>"2024", "2024-10" or "2024-10-06".</summary>
    public override string ToString() => string.Join('-', Parts());

    private IEnumerable<string> Parts()
    {
        yield return Year.ToString("0000", CultureInfo.InvariantCulture);
        if (Month is { } month)
            yield return month.ToString("00", CultureInfo.InvariantCulture);
        if (Day is { } day)
            yield return day.ToString("00", CultureInfo.InvariantCulture);
    }
}
