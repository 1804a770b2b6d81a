using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.Reporting.Domain.Obligations;

/// <summary>Only obligations that were issued can be asked for.</summary>
public sealed record ObligationsAreIssued(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "OBLIGATION_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"There is no obligation obligations/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"obligations/{Id}" };
}

/// <summary>Nothing is drafted or submitted for an obligation that is exempted.</summary>
public sealed record ExemptedObligationsAskForNothing(ObligationState State, string? Exempted) : IRule
{
    public bool IsBroken => State is ObligationState.Exempted;
    public string Reason => "OBLIGATION_EXEMPTED";
    public string Message => "Nothing is owed for this obligation any more.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["why"] = Exempted ?? "" };
}
