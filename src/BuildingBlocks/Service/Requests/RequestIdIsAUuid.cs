using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>Request ids are UUIDs (AIP-155): ids that others made up by chance would meet.</summary>
public sealed record RequestIdIsAUuid(string RequestId) : IRule
{
    public bool IsBroken => !Guid.TryParseExact(RequestId, "D", out _);
    public string Reason => "REQUEST_ID_MALFORMED";
    public string Message => "A request id is a UUID in the form 01234567-89ab-7def-8123-456789abcdef.";
    public RuleKind Kind => RuleKind.Input;
    public string Field => "request_id";
}
