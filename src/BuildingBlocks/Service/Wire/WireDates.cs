using Google.Protobuf.WellKnownTypes;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using Date = Google.Type.Date;

namespace SocialPolicy.BuildingBlocks.Service.Wire;

/// <summary>Days and times in the words of contracts.</summary>
public static class WireDates
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>A full date.</summary>
    public static Date ToContract(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    /// <summary>The day; null for an absent or empty date. Throws DATE_INVALID for a partial one and for one that does not exist.</summary>
    public static DateOnly? ToDay(this Date? date, string field)
    {
        if (date is null || date.Equals(new Date()))
            return null;
        var exists = date is { Year: >= 1000 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && date.Day <= DateTime.DaysInMonth(date.Year, date.Month);
        Check.Rule(new DatesExist(field, exists, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}"));
        return new DateOnly(date.Year, date.Month, date.Day);
    }

    /// <summary>The time. Throws DATE_INVALID when the message is none.</summary>
    public static DateTimeOffset ToTime(this Timestamp time, string field)
    {
        var exists = time.Nanos is >= 0 and < 1_000_000_000 && time.Seconds >= Earliest && time.Seconds <= Latest;
        Check.Rule(new DatesExist(field, exists, $"{time.Seconds}s {time.Nanos}ns"));
        return time.ToDateTimeOffset();
    }
}
