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

/// <summary>The register can say what it knew of a plan from the time on at which it took the plan in.</summary>
/// <param name="Since">When the plan was taken in.</param>
/// <param name="KnownAt">The time asked about; null: now.</param>
public sealed record PlansAreKnownSinceTheyWereTakenIn(Guid Id, DateTimeOffset Since, DateTimeOffset? KnownAt) : IRule
{
    public bool IsBroken => KnownAt < Since;
    public string Reason => "PLAN_NOT_KNOWN_THEN";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The register knows plans/{Id} since {Since:O}.";
    public string Field => "known_at";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"plans/{Id}", ["since"] = $"{Since:O}" };
}
