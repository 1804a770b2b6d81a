using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Figures;

/// <summary>A series runs forward, within the years that values are kept of, and not over more of them than a reader takes in.</summary>
public sealed record SeriesFitAPage(int From, int To) : IRule
{
    /// <summary>The first year that values are kept of.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year that values are kept of.</summary>
    public const int LastYear = 2155;

    /// <summary>The longest series, in years.</summary>
    public const int MostYears = 60;

    public bool IsBroken => From < FirstYear || To > LastYear || From > To || To - From >= MostYears;
    public string Reason => "YEARS_OUT_OF_RANGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A series runs over 1 to {MostYears} years from {FirstYear} to {LastYear}; this one from {From} to {To}.";
    public string? Field => "from_year";
}

/// <summary>A line is drawn over years.</summary>
public sealed record LinesAreDrawnOverYears(bool OverYears) : IRule
{
    public bool IsBroken => !OverYears;
    public string Reason => "PICTURE_NEEDS_YEARS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Only a series of years is drawn.";
    public string? Field => "series.kind";
}

/// <summary>A figure is of a unit: a target whose plan has none is drawn for one that is named.</summary>
public sealed record FiguresAreOfAUnit(bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "UNIT_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The plan of the target has no unit: name one.";
    public string? Field => "unit";
}

/// <summary>Only a target that asks for an indicator has a value to be drawn.</summary>
public sealed record DrawnTargetsHaveAnIndicator(bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "INDICATOR_REQUIRED";
    public string Message => "Nobody has said yet which indicator the target asks for.";
    public string? Field => "target";
}

/// <summary>What is missing is asked of one indicator, or of those that a plan asks for.</summary>
public sealed record EitherAnIndicatorOrAPlanIsNamed(int Named) : IRule
{
    public bool IsBroken => Named != 1;
    public string Reason => "INDICATOR_OR_PLAN_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Name an indicator or a plan, and not both.";
    public string? Field => "indicator";
}

/// <summary>A target that is drawn with a series is one of its indicator and unit.</summary>
public sealed record TargetsAreOfTheSeries(string Target, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "TARGET_NOT_OF_SERIES";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Target} demands nothing of this indicator in this unit.";
    public string? Field => "target";
}
