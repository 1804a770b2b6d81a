using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Catalogue;

/// <summary>The code of an indicator is words in lower-case letters and digits, joined by underscores.</summary>
public sealed record IndicatorCodesAreWords(string Code) : IRule
{
    public bool IsBroken => Code.Length > 0 && !IndicatorCode.IsWellFormed(Code);
    public string Reason => "INDICATOR_CODE_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A code is lower-case letters, digits and underscores, a letter first, at most {IndicatorCode.Longest}: ty_le_ho_ngheo.";
    public string? Field => "indicator.code";
}

/// <summary>Themes, dimensions and categories are named by a word in lower-case letters.</summary>
public sealed partial record CatalogueWordsAreWords(string Path, string Word) : IRule
{
    private const int Longest = 50;

    public bool IsBroken => Word.Length > Longest || !WellFormed().IsMatch(Word);
    public string Reason => "CATALOGUE_WORD_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' is a word of lower-case letters and underscores, digits inside, at most {Longest} characters: giam_ngheo.";
    public string? Field => Path;

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WellFormed();
}

/// <summary>A code elsewhere names its scheme, in letters, digits and hyphens.</summary>
public sealed partial record ReferencesNameTheirScheme(string Scheme, string Code) : IRule
{
    private const int Longest = 50;

    public bool IsBroken => Scheme.Length > Longest || !WellFormed().IsMatch(Scheme) || string.IsNullOrWhiteSpace(Code) || Code.Length > Longest;
    public string Reason => "REFERENCE_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A reference has a scheme in letters, digits and hyphens and a code, at most {Longest} characters each: SDG, 1.2.2.";
    public string? Field => "indicator.references";

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9\-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WellFormed();
}

/// <summary>Nothing stands twice in a list of an indicator.</summary>
public sealed record PartsAreNamedOnce(string Path, string? Twice) : IRule
{
    public bool IsBroken => Twice is not null;
    public string Reason => "NAMED_TWICE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Twice}' stands twice in '{Path}'.";
    public string? Field => Path;
}

/// <summary>An indicator has no more names, parts and references than a person can look over.</summary>
public sealed record ListsOfAnIndicatorAreShort(string Path, int Count, int Max) : IRule
{
    public bool IsBroken => Count > Max;
    public string Reason => "TOO_MANY_PARTS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' takes at most {Max}; these are {Count}.";
    public string? Field => Path;
}

/// <summary>A judgement is no number: it has no unit, no scale and no range, and nothing adds up.</summary>
public sealed record JudgementsAreNoNumbers(Measure Measure, bool HasARange) : IRule
{
    public bool IsBroken => Measure.Kind is IndicatorKind.Judgement
        && (Measure.Unit.Length > 0 || Measure.Scale is not null || HasARange || Measure.OverUnits is not OverUnits.None || Measure.OverTime is not (OverTime.Last or OverTime.None));
    public string Reason => "JUDGEMENT_IS_NO_NUMBER";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A judgement has no unit, scale or range; over units it adds up to none, over time the last one stands.";
    public string? Field => "indicator.kind";
}

/// <summary>Values are weighted by their denominators, so there is a scale.</summary>
public sealed record WeightsAreDenominators(Measure Measure) : IRule
{
    public bool IsBroken => Measure.Scale is null && (Measure.OverUnits is OverUnits.Weighted || Measure.OverTime is OverTime.Weighted);
    public string Reason => "WEIGHT_WITHOUT_SCALE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "What is weighted has a numerator and a denominator: say the scale, 100 for %.";
    public string? Field => "indicator.scale";
}

/// <summary>A scale is more than nothing.</summary>
public sealed record ScalesArePositive(decimal? Scale) : IRule
{
    public bool IsBroken => Scale <= 0;
    public string Reason => "SCALE_NOT_POSITIVE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A scale is a positive number: 100 for %.";
    public string? Field => "indicator.scale";
}

/// <summary>A range of values runs upwards.</summary>
public sealed record RangesOfValuesRunUpwards(decimal? Least, decimal? Most) : IRule
{
    public bool IsBroken => Least > Most;
    public string Reason => "RANGE_REVERSED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The least value is not above the greatest.";
    public string? Field => "indicator.least";
}
