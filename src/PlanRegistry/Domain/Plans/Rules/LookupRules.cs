using System.Globalization;
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

/// <summary>At most 100 plans can be asked for at once.</summary>
public sealed record BatchesAreSmall(int Count) : IRule
{
    public const int MaxNames = 100;

    public bool IsBroken => Count > MaxNames;
    public string Reason => "TOO_MANY_NAMES";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"At most {MaxNames} plans can be asked for at once; these are {Count}.";
    public string? Field => "names";

    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string>
    {
        ["max"] = MaxNames.ToString(CultureInfo.InvariantCulture),
    };
}
