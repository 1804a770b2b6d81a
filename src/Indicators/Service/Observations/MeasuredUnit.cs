using SocialPolicy.BuildingBlocks.Domain.Codes;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>An administrative unit that values are measured in.</summary>
internal sealed class MeasuredUnit
{
    public int Key { get; init; }
    public Guid Id { get; init; }

    /// <summary><c>scheme:code</c>, the one to show first.</summary>
    public string[] Codes { get; init; } = [];

    public string Name { get; init; } = "";
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    /// <summary>Codes and names of those that succeeded it, in the same order.</summary>
    public string[] HeirCodes { get; init; } = [];

    public string[] HeirNames { get; init; } = [];

    /// <summary>Whether it is the unit of the agency that gives values, or within it.</summary>
    public bool Within { get; init; }

    /// <summary>Whether a value of the period breaks none of them.</summary>
    public bool CanBeMeasuredIn(ObservedPeriod period) => Within && !(ValidTo < period.FirstDay) && !(ValidFrom > period.LastDay);

    /// <summary>The rules that a value of this unit breaks.</summary>
    /// <param name="path">The field that names the unit.</param>
    /// <param name="period">What the value is about.</param>
    public IEnumerable<IRule> Broken(string path, ObservedPeriod period)
    {
        if (!Within)
            yield return new AgenciesMeasureTheirUnits(path, Label, Within);
        else if (ValidTo < period.FirstDay)
            yield return new SupersededUnitsGiveWay(Label, ValidTo, true, [.. HeirCodes.Zip(HeirNames, (code, name) => new Successor(code, name))]);
        else if (ValidFrom > period.LastDay)
            yield return new UnitsHaveBegun(path, Label, period, true);
    }

    private string Label => Codes.Length > 0 ? Codes[0] : UnitNames.Pattern.Of(Id);
}
