using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>A call carries a valid token of the platform's issuer: <c>authorization: Bearer ...</c>.</summary>
/// <param name="Why">What is wrong with the token: missing, expired or invalid.</param>
public sealed record CallersAreKnown(string Why) : IRule
{
    internal const string Missing = "missing";
    internal const string Expired = "expired";
    internal const string Invalid = "invalid";

    public bool IsBroken => true;
    public string Reason => "CALLER_UNKNOWN";
    public string Message => $"The call needs a valid access token; the one it carries is {Why}.";
    public RuleKind Kind => RuleKind.Unknown;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["token"] = Why };
}
