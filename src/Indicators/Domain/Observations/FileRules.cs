using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>Every column of a file of values says what it is.</summary>
/// <param name="Heading">Of the column; null when all are known.</param>
public sealed record ColumnsAreKnown(string? Heading) : IRule
{
    public bool IsBroken => Heading is not null;
    public string Reason => "COLUMN_UNKNOWN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"No column is called \"{Heading}\": name columns as the template does, or head one by an indicator (spp:code), a period (2025-01) or both.";
    public string? Field => "chunk";
}

/// <summary>No two columns of a file of values say the same.</summary>
/// <param name="Heading">Of the second; null when there is none.</param>
public sealed record ColumnsAreNamedOnce(string? Heading) : IRule
{
    public bool IsBroken => Heading is not null;
    public string Reason => "COLUMN_REPEATED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"Two columns say the same; the second is \"{Heading}\". Columns of values stand in the place of value, numerator, denominator and achieved.";
    public string? Field => "chunk";
}

/// <summary>A file of values says of every value which indicator it is of, and of when.</summary>
/// <param name="Column">The one that is missing; null when none is.</param>
public sealed record FilesHaveTheirColumns(string? Column) : IRule
{
    public bool IsBroken => Column is not null;
    public string Reason => "COLUMN_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The file has no column \"{Column}\". Its first row names the columns.";
    public string? Field => "chunk";
}

/// <summary>A number in a file is one number, wherever the file is opened.</summary>
public sealed record NumbersAreUnambiguous(string Path, string Text) : IRule
{
    public bool IsBroken => true;
    public string Reason => "NUMBER_AMBIGUOUS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Text} could be two numbers: enter it in a workbook as a number, or in a CSV file with semicolons with a comma before the fraction.";
    public string? Field => Path;
}

/// <summary>What is so or not is said by yes or no.</summary>
public sealed record FlagsAreYesOrNo(string Path, string Text) : IRule
{
    public bool IsBroken => true;
    public string Reason => "FLAG_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Text} is neither yes (true, 1, x, có, đạt) nor no (false, 0, không, không đạt).";
    public string? Field => Path;
}
