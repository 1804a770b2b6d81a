using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Input;

/// <summary>A date has a year of four digits; a day needs its month and exists in it.</summary>
public sealed record DatesExist(string Path, bool Exists, string Text) : IRule
{
    public bool IsBroken => !Exists;
    public string Reason => "DATE_INVALID";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' is no date ({Text}): years have four digits, a day needs its month and has to exist in it.";
    public string? Field => Path;
}
