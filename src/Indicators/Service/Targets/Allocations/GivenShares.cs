using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Requests;
using SocialPolicy.Indicators.Domain.Allocations;
using SocialPolicy.Indicators.Domain.Observations;
using SocialPolicy.Indicators.Service.Observations;

namespace SocialPolicy.Indicators.Service.Targets.Allocations;

/// <summary>Which target is broken down, and why.</summary>
/// <param name="Target">As named.</param>
/// <param name="Etag">As last seen.</param>
/// <param name="Reason">By which decision.</param>
/// <param name="Path">What stands before the names of these fields.</param>
internal sealed record AllocationAct(string Target, string Etag, string Reason, string Path);

/// <summary>A share as a request or a file writes it.</summary>
internal readonly record struct WrittenShare(string Unit, int Year, string Value, string UnitPath, string ValuePath);

/// <summary>Finds the units of shares and reads their values.</summary>
internal static class GivenShares
{
    public const int MostShown = 100;

    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Throws UNIT_NOT_FOUND, UNIT_SUPERSEDED, UNIT_NOT_THERE_YET, VALUE_MALFORMED, FIELD_REQUIRED: all that there are, up to a hundred.</summary>
    public static async Task<IReadOnlyList<GivenShare>> Of(Work work, Guid unitOfTarget, IReadOnlyList<WrittenShare> shares)
    {
        var names = new MeasuredNames(unitOfTarget);
        await names.Learn(work.Connection, [], [.. shares.Select(share => share.Unit).Where(name => name.Length > 0)], work.Cancellation);
        var broken = shares.SelectMany(share => Broken(share, names.Unit(share.Unit))).Where(rule => rule.IsBroken).Take(MostShown).ToList();
        if (broken.Count > 0)
            throw new RuleBroken(broken);

        var levels = await work.Connection.LevelsOf(shares.Select(share => names.Unit(share.Unit)!.Id).Distinct(), work.Cancellation);
        return [.. shares.Select(share => Given(share, names.Unit(share.Unit)!, levels))];
    }

    private static IEnumerable<IRule> Broken(WrittenShare share, MeasuredUnit? unit)
    {
        yield return new FieldsAreFilled(share.UnitPath, share.Unit.Length > 0);
        yield return new FieldsAreFilled(share.ValuePath, share.Value.Length > 0);
        yield return new ValuesAreDecimalNumbers(share.ValuePath, share.Value, WrittenNumber.TryRead(share.Value, out _));
        if (share.Unit.Length == 0)
            yield break;
        yield return new UnitsAreKnown(share.Unit, share.UnitPath, unit is not null);
        if (unit is not { Within: true } || share.Year is < FirstYear or > LastYear)
            yield break;
        foreach (var rule in unit.Broken(share.UnitPath, new ObservedPeriod((short)share.Year, 0)))
            yield return rule;
    }

    private static GivenShare Given(WrittenShare share, MeasuredUnit unit, IReadOnlyDictionary<Guid, string> levels)
    {
        WrittenNumber.TryRead(share.Value, out var value);
        return new(new(share.Year, unit.Id, value!.Value), unit.Name, levels[unit.Id], unit.Within, share.ValuePath);
    }
}
