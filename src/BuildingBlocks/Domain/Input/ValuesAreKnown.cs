using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Input;

/// <summary>A value of an enumeration is one that this version of the contract knows.</summary>
public sealed record ValuesAreKnown(string Path, string Value, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "VALUE_UNKNOWN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' has no value {Value} in this version of the contract.";
    public string? Field => Path;
}
