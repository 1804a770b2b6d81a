using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Domain.Allocations;

/// <summary>What a unit has of a target in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Unit">Its id.</param>
/// <param name="Value">In the unit of measure of the target.</param>
public readonly record struct Share(int Year, Guid Unit, decimal Value);

/// <summary>A share as it is given.</summary>
/// <param name="Said">The share.</param>
/// <param name="Name">Of the unit, for people.</param>
/// <param name="Level">Of the unit.</param>
/// <param name="Within">Whether the unit is that of the target, or within it.</param>
/// <param name="Path">Where it stands in the request or the file.</param>
public sealed record GivenShare(Share Said, string Name, string Level, bool Within, string Path);

/// <summary>What is demanded, and of what kind its indicator is.</summary>
/// <param name="Id">Of the target.</param>
/// <param name="Comparator">As in <see cref="Targets.TargetInForce"/>.</param>
/// <param name="IsVision">Whether it is of the vision.</param>
/// <param name="AddsUp">Whether the indicator adds up over units.</param>
/// <param name="Range">What a value of the indicator can be.</param>
/// <param name="EachYear">Demanded of each year; null when the years differ.</param>
/// <param name="OfYears">Demanded of single years, by this target and by others of its plan for the same indicator.</param>
public sealed record AllocatedTarget(
    Guid Id, string? Comparator, bool IsVision, bool AddsUp, ValueRange Range, decimal? EachYear, IReadOnlyDictionary<int, decimal> OfYears)
{
    /// <summary>What is demanded of a year; null for nothing.</summary>
    public decimal? DemandedIn(int year) => OfYears.TryGetValue(year, out var demanded) ? demanded : EachYear;
}

/// <summary>Breaking a target down (giao chỉ tiêu).</summary>
public static class Allocation
{
    /// <summary>The rules that shares break: those of single shares first, then those of their years.</summary>
    public static IReadOnlyList<IRule> Broken(AllocatedTarget target, IReadOnlyList<GivenShare> shares)
    {
        var isNumber = !target.IsVision && target.Comparator is "eq" or "ge" or "gt" or "le" or "lt" or "approx";
        if (!isNumber)
            return [new OnlyNumbersAreAllocated(target.Id, false)];
        var seen = new HashSet<(int, Guid)>();
        var single = shares.SelectMany(share => new IRule[]
        {
            new SharesAreOfAYear(share.Path, share.Said.Year),
            new SharesStayWithinTheirTarget(share.Path, share.Name, share.Within),
            new SharesAreSaidOnce(share.Path, share.Name, share.Said.Year, !seen.Add((share.Said.Year, share.Said.Unit))),
            new ValuesStayInRange(share.Path, share.Said.Value, target.Range),
        }).Where(rule => rule.IsBroken).ToList();
        return single.Count > 0 ? single : OfYears(target, shares);
    }

    private static IReadOnlyList<IRule> OfYears(AllocatedTarget target, IReadOnlyList<GivenShare> shares) =>
    [
        .. shares.GroupBy(share => share.Said.Year).OrderBy(year => year.Key).SelectMany(year => OfYear(target, year.Key, [.. year])).Where(rule => rule.IsBroken),
    ];

    private static IEnumerable<IRule> OfYear(AllocatedTarget target, int year, IReadOnlyList<GivenShare> shares) => target.AddsUp
        ?
        [
            new SharesAreOfOneLevel(year, shares.DistinctBy(share => share.Level).Count() > 1),
            new SharesAddUp(year, shares.Sum(share => share.Said.Value), target.DemandedIn(year)),
        ]
        : [];
}
