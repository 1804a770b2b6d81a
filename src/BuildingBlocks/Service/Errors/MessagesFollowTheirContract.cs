using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Errors;

/// <summary>A call brings whole messages in the encoding of its contract, one or as many as its method takes, packed as their flag says.</summary>
public sealed record MessagesFollowTheirContract : IRule
{
    public bool IsBroken => true;
    public string Reason => "MESSAGE_MALFORMED";
    public string Message => "What was sent is no message of this method: it is cut off, packed in another way than it says, or one too many.";
    public RuleKind Kind => RuleKind.Input;
}
