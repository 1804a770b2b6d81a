using SocialPolicy.Indicators.Domain.Ratings;

namespace SocialPolicy.Indicators.Domain.Statistics;

/// <summary>How far a value has moved from the same period a year before (so với cùng kỳ năm trước).</summary>
/// <param name="Before">The value a year before.</param>
/// <param name="Now">The value.</param>
/// <param name="Percent">Of the value before, one decimal, below zero when it fell; a billion stands for anything more.</param>
/// <param name="Beyond">Whether it moved further than the limit: somebody should look whether that is so.</param>
public sealed record Jump(Level Before, Level Now, decimal Percent, bool Beyond)
{
    private const decimal Most = 1_000_000_000;

    /// <summary>Refused with NOT_A_YEAR_BEFORE for other periods, with CHANGE_FROM_ZERO when there is nothing to divide by.</summary>
    /// <param name="before">The same period a year before.</param>
    /// <param name="now">The value to look at.</param>
    /// <param name="limit">In per cent, either way.</param>
    public static Finding<Jump> Between(Level before, Level now, decimal limit)
    {
        if (before.Period != now.Period.YearBefore)
            return Refusal.OtherPeriod($"{now.Period}", $"{before.Period}");
        if (before.Value == 0)
            return Refusal.FromZero($"{before.Period}");

        var percent = PercentOf(now.Value - before.Value, Math.Abs(before.Value));
        return new Jump(before, now, Math.Round(percent, 1, MidpointRounding.AwayFromZero), Math.Abs(percent) > limit);
    }

    /// <summary>Every jump beyond the limit in a series, in order of time.</summary>
    public static IReadOnlyList<Jump> In(IReadOnlyCollection<Level> levels, decimal limit)
    {
        var byPeriod = levels.ToDictionary(level => level.Period);
        return
        [
            .. from now in levels
               orderby now.Period.LastDay
               where byPeriod.ContainsKey(now.Period.YearBefore)
               let jump = Between(byPeriod[now.Period.YearBefore], now, limit).Said
               where jump is { Beyond: true }
               select jump,
        ];
    }

    private static decimal PercentOf(decimal change, decimal of) =>
        Math.Abs((double)change / (double)of) * 100 <= (double)Most ? change / of * 100 : Math.Sign(change) * Most;
}
