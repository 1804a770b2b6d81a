using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.Indicators.Domain.Targets;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>An observation says what its target asks for: a number, or a person's judgement.</summary>
public sealed record ObservationsHaveTheirValue(string Path, bool Given) : IRule
{
    public bool IsBroken => !Given;
    public string Reason => "VALUE_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"This target asks for '{Path}'.";
    public string? Field => Path;
}

/// <summary>A target with a number takes no judgement, and one without takes no number.</summary>
public sealed record OnlyWantedValuesAreGiven(string Path, bool Unwanted) : IRule
{
    public bool IsBroken => Unwanted;
    public string Reason => "VALUE_NOT_WANTED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"This target does not take '{Path}'.";
    public string? Field => Path;
}

/// <summary>A value is what the unit of its target can be: a percentage from 0 to 100, nothing below zero but a change.</summary>
public sealed record ValuesStayInRange(decimal? Value, ValueRange Range) : IRule
{
    public bool IsBroken => Value < Range.Least || Value > Range.Most;
    public string Reason => "VALUE_OUT_OF_RANGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => string.Create(CultureInfo.InvariantCulture, $"The value {Value} is out of range: {Range} is possible for this target.");
    public string? Field => "observation.value";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["range"] = Range.ToString() };
}

/// <summary>A person's judgement says on what evidence.</summary>
public sealed record JudgementsNameTheirEvidence(bool? Achieved, string Note) : IRule
{
    public bool IsBroken => Achieved is not null && string.IsNullOrWhiteSpace(Note);
    public string Reason => "EVIDENCE_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Whether the target is achieved is a judgement: 'note' has to say on what evidence.";
    public string? Field => "observation.note";
}

/// <summary>All that must hold of a measurement.</summary>
internal static class MeasurementRules
{
    private const string Value = "observation.value";
    private const string Achieved = "observation.achieved";

    public static IEnumerable<IRule> For(TargetInForce target, Measurement given) =>
    [
        .. Wanted(target, given),
        new ValuesStayInRange(given.Value, ValueRange.Of(target)),
        new JudgementsNameTheirEvidence(given.Achieved, given.Note),
    ];

    // Of a demand that was not understood, whatever is known may be kept.
    private static IEnumerable<IRule> Wanted(TargetInForce target, Measurement given) => target.Comparator switch
    {
        "achieve" => [new OnlyWantedValuesAreGiven(Value, given.Value is not null), new ObservationsHaveTheirValue(Achieved, given.Achieved is not null)],
        null => [new ObservationsHaveTheirValue(Value, given.Value is not null || given.Achieved is not null)],
        _ => [new OnlyWantedValuesAreGiven(Achieved, given.Achieved is not null), new ObservationsHaveTheirValue(Value, given.Value is not null)],
    };
}
