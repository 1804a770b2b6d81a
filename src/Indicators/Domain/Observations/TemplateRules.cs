using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Indicators.Domain.Observations;

/// <summary>A template is of at least one indicator.</summary>
public sealed record TemplatesAskForSomething(int Indicators) : IRule
{
    public bool IsBroken => Indicators == 0;
    public string Reason => "TEMPLATE_EMPTY";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "No published plan of that name has targets here, so that there is nothing to enter.";
    public string? Field => "plan";
}

/// <summary>A judgement needs its evidence beside it, for which a column of values has no room.</summary>
/// <param name="Indicator">One that is a judgement; null for none.</param>
public sealed record JudgementsStandInRows(string? Indicator) : IRule
{
    public bool IsBroken => Indicator is not null;
    public string Reason => "TEMPLATE_NEEDS_ROWS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Indicator} is a judgement, which needs its evidence beside it: ask for the form ROWS, or leave it out.";
    public string? Field => "form";
}

/// <summary>A template has room for at most 100,000 values, in at most 500 columns.</summary>
public sealed record TemplatesFitAFile(long Values, int Columns) : IRule
{
    private const int MostValues = 100_000;
    private const int MostColumns = 500;

    public bool IsBroken => Values > MostValues || Columns > MostColumns;
    public string Reason => "TEMPLATE_TOO_LARGE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"A template has room for at most {MostValues} values in {MostColumns} columns: this one would have {Values} in {Columns}. Ask for fewer periods or indicators at a time.";
    public string? Field => "periods";
}
