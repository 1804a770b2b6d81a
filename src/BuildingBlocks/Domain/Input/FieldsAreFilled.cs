using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Input;

/// <summary>A required field is not left empty.</summary>
public sealed record FieldsAreFilled(string Path, bool Filled) : IRule
{
    public bool IsBroken => !Filled;
    public string Reason => "FIELD_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' is required.";
    public string? Field => Path;
}
