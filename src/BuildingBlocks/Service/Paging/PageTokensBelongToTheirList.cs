using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Paging;

/// <summary>A page token is used as it was received, with the same filters as in the request that led to it.</summary>
/// <param name="Belongs">What the comparison found.</param>
public sealed record PageTokensBelongToTheirList(bool Belongs) : IRule
{
    public bool IsBroken => !Belongs;
    public string Reason => "PAGE_TOKEN_INVALID";
    public string Message => "page_token is not one that this list gave for these filters: begin again without it.";
    public RuleKind Kind => RuleKind.Input;
    public string Field => "page_token";
}
