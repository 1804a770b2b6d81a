using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Plans.Rules;

/// <summary>Only plans of the register can be asked for.</summary>
public sealed record PlansAreInTheRegister(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "PLAN_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The register has no plan plans/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"plans/{Id}" };
}
