using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Reporting.Domain.Duties;

/// <summary>Only duties of published plans can be asked for.</summary>
public sealed record DutiesAreInForce(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "DUTY_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"No published plan has the duty duties/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"duties/{Id}" };
}

/// <summary>Only a plan that was published and arrived here can be tracked.</summary>
public sealed record TrackedPlansAreAdopted(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "PLAN_NOT_ADOPTED";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"plans/{Id} is not published, or has not arrived here yet.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"plans/{Id}" };
}

/// <summary>A plan counts at most from its first year on, and no more than five years back.</summary>
public sealed record TrackingStartsInReach(DateOnly TrackFrom, PlanYears Years, DateOnly Today) : IRule
{
    private const int MostYears = 5;

    private DateOnly Earliest => Years.First is { } first && first > Today.Year - MostYears ? new DateOnly(first, 1, 1) : Today.AddYears(-MostYears);

    public bool IsBroken => TrackFrom < Earliest;
    public string Reason => "TRACK_FROM_TOO_EARLY";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A plan counts from its first year on, at most {MostYears} years back: from {Earliest:yyyy-MM-dd} at the earliest.";
    public string? Field => "track_from";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["earliest"] = $"{Earliest:yyyy-MM-dd}" };
}

/// <summary>A duty whose plan is over asks for nothing any more.</summary>
public sealed record EndedDutiesAskForNothing(DutyState State) : IRule
{
    public bool IsBroken => State is DutyState.Ended;
    public string Reason => "DUTY_ENDED";
    public string Message => "The plan's last year is over, or the plan no longer has this duty.";
}
