using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Amendments.Rules;

/// <summary>An amendment is younger than what it amends: so are its document and its first day.</summary>
public sealed record AmendmentsComeAfterTheirPlan(DateOnly? Issued, DateOnly EffectiveOn, DateOnly? PlanIssued) : IRule
{
    public bool IsBroken => Issued < PlanIssued || EffectiveOn < PlanIssued;
    public string Reason => "AMENDMENT_BEFORE_PLAN";
    public string Message => $"The plan was issued on {PlanIssued:yyyy-MM-dd}: what amends it is neither issued nor in effect before that day.";
    public string? Field => "effective_on";
}

/// <summary>A document takes effect on the day it is issued at the earliest.</summary>
public sealed record AmendmentsHoldFromTheirIssueOn(DateOnly? Issued, DateOnly EffectiveOn) : IRule
{
    public bool IsBroken => EffectiveOn < Issued;
    public string Reason => "AMENDMENT_TAKES_EFFECT_BEFORE_IT_IS_ISSUED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The amending document was issued on {Issued:yyyy-MM-dd}; it cannot be in effect on {EffectiveOn:yyyy-MM-dd}.";
    public string? Field => "effective_on";
}

/// <summary>A plan is amended by another document than itself.</summary>
public sealed record PlansAreAmendedByOthers(Guid PlanId, Guid? AmendingPlanId) : IRule
{
    public bool IsBroken => AmendingPlanId == PlanId;
    public string Reason => "AMENDMENT_BY_ITSELF";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A plan is amended by another document than itself.";
    public string? Field => "document.plan";
}

/// <summary>Only a document whose reading a person has confirmed amends a plan.</summary>
public sealed record OnlyConfirmedPlansAmend(PlanState State) : IRule
{
    public bool IsBroken => State is PlanState.Read;
    public string Reason => "AMENDING_DOCUMENT_NOT_CONFIRMED";
    public string Message => "Confirm the reading of the amending document first.";
    public string? Field => "document.plan";
}

/// <summary>An amendment says something that the plan does not say already.</summary>
public sealed record AmendmentsChangeSomething(int Changes) : IRule
{
    public bool IsBroken => Changes == 0;
    public string Reason => "AMENDMENT_EMPTY";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "On that day the plan says all of this already.";
    public string? Field => "item_changes";
}

/// <summary>An item is not dropped from under an amendment of a later day that changes it.</summary>
public sealed record DroppedItemsAreNotAmendedLater(Guid ItemId, bool AmendedLater) : IRule
{
    public bool IsBroken => AmendedLater;
    public string Reason => "ITEM_AMENDED_LATER";
    public string Message => "An amendment of a later day changes this item: cancel that one first, or let this one take effect after it.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["item"] = $"{ItemId}" };
}

/// <summary>Only an amendment of the plan can be asked for.</summary>
public sealed record AmendmentsAreRecorded(Guid Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "AMENDMENT_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The plan has no amendment {Id}.";
}

/// <summary>What has taken effect is mended by another amendment.</summary>
public sealed record OnlyScheduledAmendmentsAreCancelled(bool InEffect) : IRule
{
    public bool IsBroken => InEffect;
    public string Reason => "AMENDMENT_IN_EFFECT";
    public string Message => "The amendment has taken effect; another amendment can change the plan again.";
}

/// <summary>An amendment is cancelled once.</summary>
public sealed record AmendmentsAreCancelledOnce(bool Cancelled) : IRule
{
    public bool IsBroken => Cancelled;
    public string Reason => "AMENDMENT_ALREADY_CANCELLED";
    public string Message => "The amendment was cancelled before.";
}

/// <summary>An amendment is not taken away from under another that changes what it adds.</summary>
public sealed record NoAmendmentIsBuiltUponIt(Guid? Other) : IRule
{
    public bool IsBroken => Other is not null;
    public string Reason => "AMENDMENT_BUILT_UPON";
    public string Message => "Another amendment changes an item that this one adds: cancel that one first.";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["amendment"] = $"{Other}" };
}

/// <summary>All that must hold of an amendment before its items are looked at.</summary>
internal static class AmendmentRules
{
    private const int LongestNote = 2_000;
    private const int LongestNumber = 100;
    private const int LongestIssuer = 300;
    private const int LongestTitle = 1_000;

    public static IEnumerable<IRule> For(Plan plan, AmendmentIntent intent, DateOnly effectiveOn) =>
    [
        new PlansAreAmendedByOthers(plan.Id, intent.Document.PlanId),
        new FieldsAreFilled("document.number", intent.Document.PlanId is not null || intent.Document.Number is not null),
        new FieldsAreFilled("document.issued_on", intent.Document.PlanId is not null || intent.Document.IssuedOn is not null),
        new TextsFitTheirField("document.number", intent.Document.Number?.Length ?? 0, LongestNumber),
        new TextsFitTheirField("document.issuer", intent.Document.Issuer?.Length ?? 0, LongestIssuer),
        new TextsFitTheirField("document.title", intent.Document.Title?.Length ?? 0, LongestTitle),
        new TextsFitTheirField("note", intent.Note.Length, LongestNote),
        new AmendmentsHoldFromTheirIssueOn(intent.Document.IssuedOn, effectiveOn),
        new AmendmentsComeAfterTheirPlan(intent.Document.IssuedOn, effectiveOn, plan.Header.IssuedOn?.AsDay),
    ];
}
