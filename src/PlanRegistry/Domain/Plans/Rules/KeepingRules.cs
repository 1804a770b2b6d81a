using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Plans.Rules;

/// <summary>Who acts for several agencies, or for none of the directory, says for which of them a plan is taken in.</summary>
/// <param name="Path">The request field to say it in.</param>
/// <param name="Known">Whether it is known without.</param>
public sealed record CallersSayForWhom(string Path, bool Known) : IRule
{
    public bool IsBroken => !Known;
    public string Reason => "FIELD_REQUIRED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Path} is required: the caller belongs to no agency of the directory.";
    public string? Field => Path;
}

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
