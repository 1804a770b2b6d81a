using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>An observation says what its indicator asks for: a number, or a person's judgement.</summary>
public sealed record ObservationsHaveTheirValue(string Path, bool Given) : IRule
{
    public bool IsBroken => !Given;
    public string Reason => "VALUE_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"This indicator asks for '{Path}'.";
    public string? Field => Path;
}

/// <summary>What has a number takes no judgement, what has none takes no number, and what is no ratio takes no parts of one.</summary>
public sealed record OnlyWantedValuesAreGiven(string Path, bool Unwanted) : IRule
{
    public bool IsBroken => Unwanted;
    public string Reason => "VALUE_NOT_WANTED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"This indicator does not take '{Path}'.";
    public string? Field => Path;
}

/// <summary>A number has at most 15 digits before the point and 6 behind it, so that the sum over a country is exact.</summary>
public sealed record NumbersAreNotTooLong(string Path, bool TooLong) : IRule
{
    public bool IsBroken => TooLong;
    public string Reason => "VALUE_TOO_LONG";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A value has at most 15 digits before the point and 6 behind it.";
    public string? Field => Path;
}

/// <summary>A value is what its indicator can be: a share from 0 to 100, nothing below zero but a change.</summary>
public sealed record ValuesStayInRange(string Path, decimal Value, ValueRange Range) : IRule
{
    public bool IsBroken => !Range.Holds(Value);
    public string Reason => "VALUE_OUT_OF_RANGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"The value {Value} is out of range: {Range} is possible for this indicator.");
    public string? Field => Path;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["range"] = Range.ToString() };
}

/// <summary>A share is of something: a numerator comes with a denominator, which is more than nothing.</summary>
public sealed record SharesAreOfSomething(string Path, bool OfNothing) : IRule
{
    public bool IsBroken => OfNothing;
    public string Reason => "DENOMINATOR_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A numerator comes with a denominator above zero.";
    public string? Field => Path;
}

/// <summary>Value, numerator and denominator that are given together agree, to the last digit of the value.</summary>
public sealed record ValuesAgreeWithTheirParts(string Path, decimal Value, decimal Counted, bool Differ) : IRule
{
    public bool IsBroken => Differ;
    public string Reason => "VALUE_DISAGREES";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"The value {Value} is not what numerator and denominator make: {Counted}.");
    public string? Field => Path;
}

/// <summary>A person's judgement says on what evidence.</summary>
public sealed record JudgementsNameTheirEvidence(string Path, bool Named) : IRule
{
    public bool IsBroken => !Named;
    public string Reason => "EVIDENCE_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Whether it is achieved is a judgement: 'note' has to say on what evidence.";
    public string? Field => Path;
}
