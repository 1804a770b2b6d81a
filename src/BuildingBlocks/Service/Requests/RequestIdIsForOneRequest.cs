using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Requests;

/// <summary>A repeat is the same request: another payload under a used id is a mistake of the caller.</summary>
public sealed record RequestIdIsForOneRequest(Guid RequestId, bool SamePayload, DateTimeOffset FirstReceivedAt) : IRule
{
    public bool IsBroken => !SamePayload;
    public string Reason => "REQUEST_ID_REUSED";
    public string Message => "This request id was used for another request. Send a new id, or the same request.";
    public RuleKind Kind => RuleKind.Input;
    public string Field => "request_id";

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["request_id"] = RequestId.ToString(),
        ["first_received_at"] = FirstReceivedAt.ToString("O", CultureInfo.InvariantCulture),
    };
}
