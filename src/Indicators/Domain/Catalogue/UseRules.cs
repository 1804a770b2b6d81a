using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>What a request names as an indicator is in the catalogue.</summary>
public sealed record IndicatorsAreKnown(string Name, string Path, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "INDICATOR_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The catalogue has no indicator '{Name}'.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["indicator"] = Name };
}

/// <summary>A retired indicator stays as it was, and no target gets it.</summary>
public sealed record RetiredIndicatorsStayAsTheyWere(string Code, bool Retired) : IRule
{
    public bool IsBroken => Retired;
    public string Reason => "INDICATOR_RETIRED";
    public string Message => $"The indicator spp:{Code} is no longer in use.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["indicator"] = $"spp:{Code}" };
}

/// <summary>The code of an indicator is never used for another.</summary>
public sealed record IndicatorCodesAreUnique(string Code, bool Taken) : IRule
{
    public bool IsBroken => Taken;
    public string Reason => "INDICATOR_CODE_TAKEN";
    public RuleKind Kind => RuleKind.Duplicate;
    public string Message => $"The code '{Code}' is another indicator's.";
    public string? Field => "indicator.code";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["code"] = Code };
}

/// <summary>What gives observations their meaning stays once there are any.</summary>
public sealed record MeasuredIndicatorsKeepTheirMeasure(string Code, bool Changed, bool Measured) : IRule
{
    public bool IsBroken => Changed && Measured;
    public string Reason => "INDICATOR_MEASURED";
    public string Message => $"spp:{Code} has been observed: its kind, unit, scale and how its values add up stay as they are. Create another indicator.";
    public string? Field => "update_mask";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["indicator"] = $"spp:{Code}" };
}

/// <summary>An indicator that targets in force ask for stays in use.</summary>
public sealed record IndicatorsInUseStay(string Code, long Targets) : IRule
{
    public bool IsBroken => Targets > 0;
    public string Reason => "INDICATOR_IN_USE";
    public string Message => $"{Targets} targets in force ask for spp:{Code}: give them another indicator first.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["targets"] = Targets.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>A target that demands a number asks for a number, one to achieve for a judgement.</summary>
public sealed record TargetsAskForTheirKind(Guid Target, string Code, bool Fits) : IRule
{
    public bool IsBroken => !Fits;
    public string Reason => "INDICATOR_OF_ANOTHER_KIND";
    public string Message => $"targets/{Target} and spp:{Code} are not of one kind: one is a number, the other a judgement.";
    public string? Field => "indicator";
}

/// <summary>What a target demands is counted in the unit of its indicator.</summary>
public sealed record TargetsAskInTheirUnit(Guid Target, string Unit, string Measured, bool Fits) : IRule
{
    public bool IsBroken => !Fits;
    public string Reason => "INDICATOR_OF_ANOTHER_UNIT";
    public string Message => $"targets/{Target} demands '{Unit}', which cannot be compared with '{Measured}'.";
    public string? Field => "indicator";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["unit"] = Unit, ["measured"] = Measured };
}

/// <summary>A series breaks on a day: what is from the beginning breaks nothing.</summary>
public sealed record SeriesBreakOnADay(bool Breaks, DateOnly? ValidFrom) : IRule
{
    public bool IsBroken => Breaks && ValidFrom is null;
    public string Reason => "BREAK_WITHOUT_A_DAY";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A definition that breaks the series says from which day.";
    public string? Field => "definition.valid_from";
}
