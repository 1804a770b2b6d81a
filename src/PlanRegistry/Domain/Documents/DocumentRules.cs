using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Documents;

/// <summary>The register takes plans (kế hoạch) and action programmes (chương trình hành động), nothing else.</summary>
public sealed record DocumentsArePlans(bool IsPlan) : IRule
{
    public bool IsBroken => !IsPlan;
    public string Reason => "DOCUMENT_NOT_A_PLAN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The document is neither a plan (kế hoạch) nor an action programme (chương trình hành động).";
    public string? Field => "chunk";
}
