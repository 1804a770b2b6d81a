using SocialPolicy.Cli.Output;
using SocialPolicy.Indicators.V1;
using Spectre.Console;

namespace SocialPolicy.Cli.Indicators;

/// <summary>How a target is broken down, as people read it: a row for each unit, a column for each year, the sums below.</summary>
internal static class AllocationSheet
{
    public static void Write(IAnsiConsole console, TargetAllocation allocation) =>
        console.Write(["Unit", "Name", .. allocation.Years.Select(year => $"{year.Year_}")], [.. Rows(allocation)], "Not broken down.");

    public static IEnumerable<string[]> Rows(TargetAllocation allocation)
    {
        var units = allocation.Years.SelectMany(year => year.Shares).DistinctBy(share => share.Unit).OrderBy(share => share.UnitCode, StringComparer.Ordinal).ToList();
        var shares = allocation.Years.SelectMany(year => year.Shares.Select(share => (year.Year_, share))).ToDictionary(one => (one.Year_, one.share.Unit), one => one.share.Value);
        foreach (var unit in units)
            yield return [unit.UnitCode, unit.UnitName, .. allocation.Years.Select(year => shares.GetValueOrDefault((year.Year_, unit.Unit), ""))];
        if (units.Count == 0)
            yield break;
        if (allocation.AddsUp)
            yield return ["", "together", .. allocation.Years.Select(year => year.Total)];
        yield return ["", "demanded", .. allocation.Years.Select(year => year.Demanded.Length > 0 ? year.Demanded : "–")];
    }
}
