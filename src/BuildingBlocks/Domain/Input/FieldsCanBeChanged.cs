using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Domain.Input;

/// <summary>An update mask names fields that the command changes, and no others.</summary>
public sealed record FieldsCanBeChanged(string Path, IReadOnlyCollection<string> Changeable) : IRule
{
    public bool IsBroken => !Changeable.Contains(Path);
    public string Reason => "FIELD_NOT_EDITABLE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Path}' cannot be changed; these can: {string.Join(", ", Changeable)}.";
    public string? Field => "update_mask";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["path"] = Path };
}
