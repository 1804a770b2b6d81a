using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Callers;

/// <summary>The caller holds a role that the method is for.</summary>
/// <param name="Method">The method, <c>/package.Service/Method</c>.</param>
/// <param name="Allowed">What its policy says.</param>
public sealed record CallersHoldARole(string Method, bool Allowed) : IRule
{
    public bool IsBroken => !Allowed;
    public string Reason => "CALLER_NOT_ALLOWED";
    public string Message => $"None of the caller's roles allows {Method}.";
    public RuleKind Kind => RuleKind.Forbidden;
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["method"] = Method };
}
