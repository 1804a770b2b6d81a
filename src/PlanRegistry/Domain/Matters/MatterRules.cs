using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Matters;

/// <summary>Only a matter that was raised can be asked for.</summary>
public sealed record MattersAreThere(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "MATTER_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"Nobody has raised matters/{Id}.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["name"] = $"matters/{Id}" };
}

/// <summary>A closed matter changes only after it was reopened.</summary>
public sealed record ClosedMattersRest(MatterState State) : IRule
{
    public bool IsBroken => State is MatterState.Closed;
    public string Reason => "MATTER_ALREADY_CLOSED";
    public string Message => "The matter is closed; reopen it first.";
}

/// <summary>Only an assigned matter is answered.</summary>
public sealed record OnlyAssignedMattersAreAnswered(MatterState State) : IRule
{
    public bool IsBroken => State is not MatterState.Assigned;
    public string Reason => "MATTER_NOT_ASSIGNED";
    public string Message => "Nobody has to answer the matter yet; assign it first.";
}

/// <summary>A matter is answered once for each assignment.</summary>
public sealed record MattersAreAnsweredOnce(MatterState State) : IRule
{
    public bool IsBroken => State is MatterState.Answered;
    public string Reason => "MATTER_ALREADY_ANSWERED";
    public string Message => "The matter is answered; assign it again for another answer.";
}

/// <summary>Only an answered matter is closed.</summary>
public sealed record OnlyAnsweredMattersAreClosed(MatterState State) : IRule
{
    public bool IsBroken => State is not MatterState.Answered;
    public string Reason => "MATTER_NOT_ANSWERED";
    public string Message => "The matter is not answered yet.";
}

/// <summary>Only a closed matter is reopened.</summary>
public sealed record OnlyClosedMattersAreReopened(MatterState State) : IRule
{
    public bool IsBroken => State is not MatterState.Closed;
    public string Reason => "MATTER_NOT_CLOSED";
    public string Message => "The matter is not closed.";
}

/// <summary>An answer is due today or later.</summary>
public sealed record AnswersAreDueFromToday(DateOnly Due, DateOnly Today) : IRule
{
    public bool IsBroken => Due < Today;
    public string Reason => "DUE_IN_PAST";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Due:yyyy-MM-dd} is before today, {Today:yyyy-MM-dd}.";
    public string? Field => "due";
}

/// <summary>A request to adjust a plan is settled by the amendment that adjusts it.</summary>
public sealed record AdjustmentsCloseByAmendment(MatterKind MatterKind, MatterOutcome Outcome, bool HasAmendment) : IRule
{
    public bool IsBroken => MatterKind is MatterKind.Adjustment && Outcome is MatterOutcome.Settled && !HasAmendment;
    public string Reason => "ADJUSTMENT_CLOSES_BY_AMENDMENT";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A request to adjust the plan closes by the amendment that adjusts it: name it, or decline the request.";
    public string? Field => "amendment";
}

/// <summary>An amendment closes requests to adjust the plan, nothing else.</summary>
public sealed record AmendmentsCloseAdjustments(MatterKind MatterKind, bool HasAmendment) : IRule
{
    public bool IsBroken => MatterKind is not MatterKind.Adjustment && HasAmendment;
    public string Reason => "AMENDMENT_CLOSES_ADJUSTMENTS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An amendment closes a request to adjust the plan, nothing else.";
    public string? Field => "amendment";
}

/// <summary>The amendment that settles a matter is one of the plan the matter is about.</summary>
public sealed record AmendmentsAreOfTheMattersPlan(Guid Plan, Guid Found) : IRule
{
    public bool IsBroken => Plan != Found;
    public string Reason => "AMENDMENT_OF_ANOTHER_PLAN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The matter is about plans/{Plan}; the amendment is one of plans/{Found}.";
    public string? Field => "amendment";
}

/// <summary>What is declined is not made by an amendment.</summary>
public sealed record DeclinedMattersHaveNoAmendment(MatterOutcome Outcome, bool HasAmendment) : IRule
{
    public bool IsBroken => Outcome is MatterOutcome.Declined && HasAmendment;
    public string Reason => "DECLINED_WITH_AMENDMENT";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A request that an amendment made was not declined; name the amendment or decline the request.";
    public string? Field => "amendment";
}

/// <summary>Only what asks for something can be declined: a request to adjust the plan, or a proposal.</summary>
public sealed record OnlyRequestsAreDeclined(MatterKind MatterKind, MatterOutcome Outcome) : IRule
{
    public bool IsBroken => Outcome is MatterOutcome.Declined && MatterKind is not (MatterKind.Adjustment or MatterKind.Proposal);
    public string Reason => "NOTHING_TO_DECLINE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Only a request to adjust the plan, or a proposal, can be declined; this is neither.";
    public string? Field => "outcome";
}
