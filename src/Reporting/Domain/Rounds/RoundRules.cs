using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Reporting.Domain.Rounds;

/// <summary>Only rounds that are open can be asked for.</summary>
public sealed record RoundsAreOpen(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "ROUND_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"There is no round rounds/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"rounds/{Id}" };
}

/// <summary>A letter asks for something that can still be done: it is due today at the earliest.</summary>
public sealed record RoundsAreDueFromTodayOn(DateOnly Due, DateOnly Today) : IRule
{
    public bool IsBroken => Due < Today;
    public string Reason => "ROUND_DUE_IN_PAST";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A round is due today ({Today:yyyy-MM-dd}) at the earliest, not on {Due:yyyy-MM-dd}.";
    public string? Field => "due";
}

/// <summary>Data close on the day a report is due at the latest.</summary>
public sealed record DataCloseBeforeTheyAreDue(DateOnly CutOff, DateOnly Due) : IRule
{
    public bool IsBroken => CutOff > Due;
    public string Reason => "CUTOFF_AFTER_DUE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"Data close on the day they are due ({Due:yyyy-MM-dd}) at the latest, not on {CutOff:yyyy-MM-dd}.";
    public string? Field => "cutoff";
}

/// <summary>A round asks somebody.</summary>
public sealed record RoundsAskSomebody(int Count) : IRule
{
    public bool IsBroken => Count == 0;
    public string Reason => "NOBODY_TO_ASK";
    public string Message => "The directory knows none of the duty's reporters today; name the agencies to ask.";
}

/// <summary>Somebody receives the reports of a round.</summary>
public sealed record RoundsHaveAReceiver(bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "RECEIVER_UNKNOWN";
    public string Message => "The directory knows neither the duty's focal agency nor an addressee today; name who receives.";
}
