using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Errors;

/// <summary>The service's database answers. When it does not, nothing was changed and the call may be repeated.</summary>
public sealed record StorageCanBeReached : IRule
{
    public bool IsBroken => true;
    public string Reason => "STORAGE_UNAVAILABLE";
    public string Message => "The storage of this service does not answer; nothing was changed. Try again.";
    public RuleKind Kind => RuleKind.Unavailable;
}
