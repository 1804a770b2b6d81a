using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Alignment.Rules;

/// <summary>A plan is checked against another one.</summary>
public sealed record PlansAreCheckedAgainstOthers(Guid Plan, Guid Superior) : IRule
{
    public bool IsBroken => Plan == Superior;
    public string Reason => "PLAN_ABOVE_ITSELF";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A plan is checked against the one above it, not against itself.";
    public string? Field => "superior";
}

/// <summary>Without being named, the plan above is the one of the register that the plan says it implements.</summary>
public sealed record ThePlanAboveIsInTheRegister(bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "SUPERIOR_PLAN_NOT_FOUND";
    public string Message => "None of the documents that the plan implements is in the register; name the plan above, or take it in.";
    public string? Field => "superior";
}

/// <summary>A plan that implements several plans of the register is checked against the one that is named.</summary>
public sealed record ThePlanAboveIsOne(IReadOnlyList<string> Names) : IRule
{
    public bool IsBroken => Names.Count > 1;
    public string Reason => "SUPERIOR_PLAN_AMBIGUOUS";
    public string Message => "The plan implements several plans of the register; name the one to check it against.";
    public string? Field => "superior";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["plans"] = string.Join(", ", Names) };
}

/// <summary>Only what a check finds can be accepted.</summary>
public sealed record AcceptedFindingsExist(bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "FINDING_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => "The check finds no such thing now: there is nothing to accept.";
}

/// <summary>A finding is accepted once, until the acceptance is withdrawn or a target changes.</summary>
public sealed record FindingsAreAcceptedOnce(string? Acceptance) : IRule
{
    public bool IsBroken => Acceptance is not null;
    public string Reason => "FINDING_ALREADY_ACCEPTED";
    public RuleKind Kind => RuleKind.Duplicate;
    public string Message => "This finding is accepted already.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["acceptance"] = Acceptance ?? "" };
}

/// <summary>Only an acceptance that was given can be withdrawn.</summary>
public sealed record AcceptancesAreKnown(string Name, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "ACCEPTANCE_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"There is no acceptance {Name}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = Name };
}

/// <summary>What was withdrawn stays so; the finding can be accepted anew.</summary>
public sealed record AcceptancesAreWithdrawnOnce(bool Withdrawn) : IRule
{
    public bool IsBroken => Withdrawn;
    public string Reason => "ACCEPTANCE_ALREADY_WITHDRAWN";
    public string Message => "This acceptance has been withdrawn already.";
}
