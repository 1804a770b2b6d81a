using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Errors;

/// <summary>A text of a request holds no NUL (U+0000): no storage keeps one, and no keyboard writes one.</summary>
public sealed record TextsHoldNoNul : IRule
{
    public bool IsBroken => true;
    public string Reason => "TEXT_HOLDS_NUL";
    public string Message => "A text of the request holds the character NUL, which no text has; leave it out.";
    public RuleKind Kind => RuleKind.Input;
}
