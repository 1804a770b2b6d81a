using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Calendar;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>An observation is of a target that a published plan put in force.</summary>
public sealed record TargetsAreKnown(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "TARGET_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"No published plan has put targets/{Id} in force.";
    public string? Field => "observation.target";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["target"] = $"targets/{Id}" };
}

/// <summary>A target that an amendment dropped is no longer measured.</summary>
public sealed record OnlyTargetsInForceAreMeasured(Guid Id, bool Ended) : IRule
{
    public bool IsBroken => Ended;
    public string Reason => "TARGET_ENDED";
    public string Message => $"targets/{Id} is no longer in force: its plan was amended without it.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["target"] = $"targets/{Id}" };
}

/// <summary>A period has begun before anything is said of it.</summary>
public sealed record PeriodsHaveBegun(ReportingPeriod Period, DateOnly Today) : IRule
{
    public bool IsBroken => FirstDay > Today;
    public string Reason => "PERIOD_IN_FUTURE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Period} begins on {FirstDay:yyyy-MM-dd}, after today, {Today:yyyy-MM-dd}.";
    public string? Field => "observation.period";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["period"] = Period.ToString() };

    // Its data begin in the middle of the month before.
    private DateOnly FirstDay => new DateOnly(Period.DataFrom.Year, Period.DataFrom.Month, 1).AddMonths(1);
}
