using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>The issuer can be reached. Until it has told its keys no caller is known, and without it a service has no token to call another with.</summary>
public sealed record IssuerCanBeReached : IRule
{
    public bool IsBroken => true;
    public string Reason => "ISSUER_UNAVAILABLE";
    public string Message => "The token issuer does not answer; try again.";
    public RuleKind Kind => RuleKind.Unavailable;
}
