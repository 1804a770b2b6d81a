using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Errors;

/// <summary>The service's database answers. When it breaks off at the very end, nobody knows whether a command was done.</summary>
public sealed record StorageCanBeReached : IRule
{
    public bool IsBroken => true;
    public string Reason => "STORAGE_UNAVAILABLE";
    public string Message => "The storage of this service does not answer. Repeat the call; a command under the same request id, which has one effect.";
    public RuleKind Kind => RuleKind.Unavailable;
}
