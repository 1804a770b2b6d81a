using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>The issuer's keys are known, so that tokens can be told apart. Until it has answered once no caller is known.</summary>
public sealed record IssuerCanBeReached : IRule
{
    public bool IsBroken => true;
    public string Reason => "ISSUER_UNAVAILABLE";
    public string Message => "The keys of the token issuer could not be fetched yet; try again.";
    public RuleKind Kind => RuleKind.Unavailable;
}
