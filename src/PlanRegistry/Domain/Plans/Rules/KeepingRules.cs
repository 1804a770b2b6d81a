using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Plans.Rules;

/// <summary>The same bytes are one plan: what one agency is reading, another does not take in beside it.</summary>
/// <param name="Hidden">Whether the caller may not see the plan that is there.</param>
public sealed record DocumentsAreTakenInByOne(bool Hidden) : IRule
{
    public bool IsBroken => Hidden;
    public string Reason => "DOCUMENT_TAKEN_IN_ELSEWHERE";
    public RuleKind Kind => RuleKind.Duplicate;
    public string Message => "Another agency has taken this very file in and has not published it yet.";
    public string? Field => null;
}
