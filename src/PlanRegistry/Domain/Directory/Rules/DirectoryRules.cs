using System.Globalization;
using System.Text.RegularExpressions;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Directory.Rules;

/// <summary>Every row of an import is right, or none is taken.</summary>
public sealed record DirectoryRowsAreValid(int Wrong) : IRule
{
    public bool IsBroken => Wrong > 0;
    public string Reason => "DIRECTORY_ROWS_INVALID";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Wrong} things are wrong with the rows; nothing was taken in.";
    public string? Field => "rows";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["wrong"] = Wrong.ToString(CultureInfo.InvariantCulture) };
}

/// <summary>The stream of an import begins with its options, followed by rows, at most 1,000 a message and 100,000 in all.</summary>
public sealed record DirectoryRowsArriveInOrder(bool InOrder) : IRule
{
    public bool IsBroken => !InOrder;
    public string Reason => "DIRECTORY_STREAM_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The first message carries the options, every further one at most 1,000 rows, 100,000 in all.";
    public string? Field => "content";
}

/// <summary>A code names its scheme: <c>scheme:code</c>, the scheme in lower case, the code in letters, digits, dots and hyphens.</summary>
public sealed partial record CodesNameTheirScheme(string Path, string Code) : IRule
{
    public bool IsBroken => !WellFormed().IsMatch(Code);
    public string Reason => "CODE_MALFORMED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Code}' is no code: write scheme:code, such as gso:14.";
    public string? Field => Path;

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,19}:[A-Za-z0-9][A-Za-z0-9.\-]{0,79}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WellFormed();
}

/// <summary>A code that a row refers to is in the directory, or in the same import.</summary>
public sealed record CodesAreInTheDirectory(string Path, string Code, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "CODE_UNKNOWN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"Nothing in the directory, or in this import, has the code {Code}.";
    public string? Field => Path;
}

/// <summary>A code belongs to one unit, or to one agency.</summary>
public sealed record CodesBelongToOne(string Path, string Code, bool Free) : IRule
{
    public bool IsBroken => !Free;
    public string Reason => "CODE_TAKEN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The code {Code} belongs to another one already.";
    public string? Field => Path;
}

/// <summary>What was in force was so from its first day to its last.</summary>
public sealed record ValidityRunsForward(string Path, DateOnly? From, DateOnly? To) : IRule
{
    public bool IsBroken => From > To;
    public string Reason => "VALIDITY_REVERSED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"It cannot have ended on {To:yyyy-MM-dd} and begun on {From:yyyy-MM-dd}.";
    public string? Field => Path;
}

/// <summary>A row says the same of an end, its heirs and a name as the succession that was recorded of it.</summary>
public sealed record RowsAgreeWithSuccessions(string Path, string Code, bool Contradicts) : IRule
{
    public bool IsBroken => Contradicts;
    public string Reason => "SUCCESSION_CONTRADICTED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A succession recorded of {Code} says otherwise: bring the row up to date, or leave it out.";
    public string? Field => Path;
}

/// <summary>Nothing is above itself, neither straight nor in a circle.</summary>
public sealed record ParentsFormATree(string Path, string Code, bool Circular) : IRule
{
    public bool IsBroken => Circular;
    public string Reason => "PARENT_CYCLE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Code} would stand above itself.";
    public string? Field => Path;
}
