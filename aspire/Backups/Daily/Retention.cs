using System.Globalization;

namespace SocialPolicy.Backups.Daily;

/// <summary>Which backups stay: the last one of each of the newest days, weeks (Monday to Sunday) and months that have any, in Vietnam.</summary>
internal sealed class Retention
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public int Daily { get; set; } = 7;

    public int Weekly { get; set; } = 5;

    public int Monthly { get; set; } = 12;

    /// <summary>Those that need not stay, the oldest first. The newest always stays.</summary>
    public IReadOnlyList<DateTimeOffset> Surplus(IEnumerable<DateTimeOffset> moments)
    {
        var all = moments.OrderDescending().ToList();
        var kept = LastOfEach(all, Daily, day => (day.Year, day.DayOfYear))
            .Concat(LastOfEach(all, Weekly, day => (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day))))
            .Concat(LastOfEach(all, Monthly, day => (day.Year, day.Month)))
            .Concat(all.Take(1)).ToHashSet();
        return [.. all.Where(moment => !kept.Contains(moment)).Reverse()];
    }

    private static IEnumerable<DateTimeOffset> LastOfEach(IEnumerable<DateTimeOffset> newestFirst, int count, Func<DateTime, (int, int)> span) =>
        newestFirst.GroupBy(moment => span(moment.ToOffset(Vietnam).Date)).Take(count).Select(group => group.First());
}
