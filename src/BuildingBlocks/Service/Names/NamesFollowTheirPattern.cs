using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Names;

/// <summary>A resource name in a request has the form its field asks for, with lower-case UUIDs as ids.</summary>
/// <param name="Pattern">The form, such as <c>plans/{plan}</c>.</param>
/// <param name="Where">The request field.</param>
/// <param name="Follows">What the comparison found.</param>
/// <param name="Otherwise">What the field takes instead of a name; null: nothing.</param>
public sealed record NamesFollowTheirPattern(string Pattern, string Where, bool Follows, string? Otherwise = null) : IRule
{
    public bool IsBroken => !Follows;
    public string Reason => "NAME_MALFORMED";
    public string Message => $"{Where} has the form {Pattern} with lower-case UUIDs as ids{(Otherwise is null ? "" : $", or is a {Otherwise}")}.";
    public RuleKind Kind => RuleKind.Input;
    public string Field => Where;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["pattern"] = Pattern };
}
