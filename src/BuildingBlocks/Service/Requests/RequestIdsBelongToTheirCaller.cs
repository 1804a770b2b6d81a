using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>A request id is used by the caller who sent it first, with the same program, and by nobody else.</summary>
public sealed record RequestIdsBelongToTheirCaller(bool IsTheirs) : IRule
{
    public bool IsBroken => !IsTheirs;
    public string Reason => "REQUEST_ID_NOT_YOURS";
    public string Message => "This request id cannot be used: send a new one.";
    public RuleKind Kind => RuleKind.Forbidden;
    public string Field => "request_id";
}
