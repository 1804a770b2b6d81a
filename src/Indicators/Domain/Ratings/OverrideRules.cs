using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Ratings;

/// <summary>Only a target that has a value has a verdict to override.</summary>
public sealed record OnlyRatedTargetsAreOverridden(Guid Id, bool Rated) : IRule
{
    public bool IsBroken => !Rated;
    public string Reason => "TARGET_NOT_RATED";
    public string Message => $"targets/{Id} has no value yet: there is no verdict to override.";
    public string? Field => "target";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["target"] = $"targets/{Id}" };
}

/// <summary>A vision is shown and rated by nobody.</summary>
public sealed record VisionsStayUnrated(string Rule) : IRule
{
    public bool IsBroken => Rule == RatingRule.Vision;
    public string Reason => "VISION_NOT_RATED";
    public string Message => "A vision is shown, not rated: there is no verdict to override.";
}

/// <summary>A person judges how a target stands; whether there are data, or whether it is due, is no judgement.</summary>
public sealed record PeopleGiveVerdictsOfTheirOwn(Verdict Verdict) : IRule
{
    public bool IsBroken => Verdict is Verdict.NoData or Verdict.NotDue or Verdict.NeedsJudgement;
    public string Reason => "VERDICT_NOT_A_JUDGEMENT";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Verdict} is a state of the data and the calendar; a person says exceeded, met, not met, on path, off path or not rated.";
    public string? Field => "verdict";
}

/// <summary>An override says something else than the rules do.</summary>
public sealed record OverridesSayOtherwise(Verdict Verdict, Verdict Rated) : IRule
{
    public bool IsBroken => Verdict == Rated;
    public string Reason => "VERDICT_UNCHANGED";
    public string Message => $"The target is rated {Rated} already: an override says otherwise.";
}

/// <summary>Who overrides a verdict says why.</summary>
public sealed record OverridesSayWhy(string Given) : IRule
{
    public bool IsBroken => string.IsNullOrWhiteSpace(Given);
    public string Reason => "OVERRIDE_REASON_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An override says why: 'reason' is empty.";
    public string? Field => "reason";
}
