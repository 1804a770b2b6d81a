using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Workbooks.Reading;

/// <summary>A table is a CSV file in UTF-8 or a workbook (.xlsx), whole and built as its format asks.</summary>
/// <param name="IsReadable">Whether it is.</param>
/// <param name="Why">What is wrong.</param>
public sealed record TablesAreReadable(bool IsReadable, string Why) : IRule
{
    public bool IsBroken => !IsReadable;
    public string Reason => "TABLE_UNREADABLE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The file is no table that can be read: {Why}. Save it anew as .xlsx or as CSV in UTF-8.";
    public string? Field => "chunk";
}
