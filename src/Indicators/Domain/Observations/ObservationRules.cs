using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>Who names a target names one that a published plan put in force.</summary>
public sealed record TargetsAreKnown(Guid Id, bool Found, string Path = "observation.target") : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "TARGET_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"No published plan has put targets/{Id} in force.";
    public string? Field => Path;
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

/// <summary>An observation that names a target and an indicator names the one that the target asks for.</summary>
public sealed record ValuesAreOfWhatTheirTargetAsks(Guid Target, string Indicator, bool OfAnother) : IRule
{
    public bool IsBroken => OfAnother;
    public string Reason => "INDICATOR_NOT_OF_TARGET";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"targets/{Target} does not ask for {Indicator}: leave one of the two out.";
    public string? Field => "observation.indicator";
}

/// <summary>A period has begun before anything is said of it.</summary>
public sealed record PeriodsHaveBegun(string Path, ObservedPeriod Period, DateOnly Today) : IRule
{
    public bool IsBroken => Period.FirstDay > Today;
    public string Reason => "PERIOD_IN_FUTURE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Period} begins on {Period.FirstDay:yyyy-MM-dd}, after today, {Today:yyyy-MM-dd}.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["period"] = Period.ToString() };
}

/// <summary>A unit is there in the period that something is said of.</summary>
public sealed record UnitsHaveBegun(string Path, string Name, ObservedPeriod Period, bool NotYet) : IRule
{
    public bool IsBroken => NotYet;
    public string Reason => "UNIT_NOT_THERE_YET";
    public string Message => $"{Name} was not there in {Period}.";
    public string? Field => Path;
}

/// <summary>An agency gives values of its own unit, and of those within it.</summary>
public sealed record AgenciesMeasureTheirUnits(string Path, string Unit, bool Within) : IRule
{
    public bool IsBroken => !Within;
    public string Reason => "UNIT_NOT_YOURS";
    public RuleKind Kind => RuleKind.Forbidden;
    public string Message => $"{Unit} is neither the unit of the agency that gives the value nor within it.";
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["unit"] = Unit };
}

/// <summary>A batch says one thing of an indicator, unit, period and part.</summary>
public sealed record BatchesSayAThingOnce(string Path, bool Again) : IRule
{
    public bool IsBroken => Again;
    public string Reason => "ROW_REPEATED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An earlier row of the batch gives a value of the same indicator, unit, period and part.";
    public string? Field => Path;
}

/// <summary>A value is of a part that its indicator can be taken apart into.</summary>
public sealed record PartsBelongToTheirIndicator(string Path, string Part, bool Unknown) : IRule
{
    public bool IsBroken => Unknown;
    public string Reason => "PART_NOT_FOUND";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The indicator has no part {Part}: name categories of its dimensions, as sex=female;area=rural.";
    public string? Field => Path;
}

/// <summary>A batch comes as one header, then rows.</summary>
public sealed record BatchesComeInOrder(bool InOrder) : IRule
{
    public bool IsBroken => !InOrder;
    public string Reason => "BATCH_STREAM_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The first message is the batch, every other one carries rows.";
    public string? Field => "batch";
}

/// <summary>A batch has an end.</summary>
public sealed record BatchesFitTheLimit(long Rows, long Most) : IRule
{
    public bool IsBroken => Rows > Most;
    public string Reason => "BATCH_TOO_LARGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A batch has at most {Most} rows: send several.";
    public string? Field => "rows";
}

/// <summary>A document is named by its digest.</summary>
public sealed record AttachmentsAreNamedByTheirDigest(string Path, bool WellFormed) : IRule
{
    public bool IsBroken => !WellFormed;
    public string Reason => "ATTACHMENT_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An attachment is named by its SHA-256: 64 hexadecimal digits in lower case.";
    public string? Field => Path;
}

/// <summary>A batch that is wanted whole is kept whole.</summary>
public sealed record BatchesAreKeptWhole(long Refused) : IRule
{
    public bool IsBroken => Refused > 0;
    public string Reason => "ROWS_REFUSED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Refused} rows of the batch are refused, and none is kept.";
}
