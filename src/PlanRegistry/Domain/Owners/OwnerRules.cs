using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>Owners are assigned after a person has read: once the reading of the plan is confirmed.</summary>
public sealed record OwnedPlansAreConfirmed(PlanState State) : IRule
{
    public bool IsBroken => State is PlanState.Read;
    public string Reason => "PLAN_READING_UNCONFIRMED";
    public string Message => "Owners are assigned once a person has confirmed the reading of the plan; until then its targets and tasks may be wrong.";
}

/// <summary>An assignment says what it is about in one way: items, a theme or a section.</summary>
public sealed record SelectionsAreOfOneKind(string Path, int Kinds) : IRule
{
    public bool IsBroken => Kinds != 1;
    public string Reason => "ASSIGNMENT_AMBIGUOUS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An assignment names items, a theme or a section: exactly one of them.";
    public string? Field => Path;
}

/// <summary>Who takes the owners away names none.</summary>
public sealed record WithdrawalsNameNobody(string Path, bool NamesSomebody) : IRule
{
    public bool IsBroken => NamesSomebody;
    public string Reason => "WITHDRAWAL_WITH_OWNERS";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An assignment that takes the owners away names no agency.";
    public string? Field => $"{Path}.withdraw";
}

/// <summary>A theme or a section selects at least one item.</summary>
public sealed record SelectionsFindItems(string Path, string Selection, int Found) : IRule
{
    public bool IsBroken => Found == 0;
    public string Reason => "NOTHING_SELECTED";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The plan has nothing to assign for {Selection}.";
    public string? Field => Path;
}

/// <summary>An item is assigned once in an act.</summary>
public sealed record ItemsAreAssignedOnce(string Path, Guid Id, bool Once) : IRule
{
    public bool IsBroken => !Once;
    public string Reason => "ITEM_ASSIGNED_TWICE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"Item {Id} is named more than once.";
    public string? Field => Path;
}

/// <summary>An agency has one role in an item.</summary>
public sealed record OwnersAreNamedOnce(string Path, bool Twice) : IRule
{
    public bool IsBroken => Twice;
    public string Reason => "OWNER_NAMED_TWICE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An agency leads or coordinates, and is named once.";
    public string? Field => Path;
}

/// <summary>A file of owners is a workbook (.xlsx) that was exported here.</summary>
public sealed record OwnerSheetsAreReadable(bool IsReadable, string Why) : IRule
{
    public bool IsBroken => !IsReadable;
    public string Reason => "OWNER_SHEET_UNREADABLE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The file is no workbook of owners: {Why}. Export it anew, fill it in and send that.";
    public string? Field => "chunk";
}

/// <summary>A workbook of owners is taken back for the plan it was exported for.</summary>
public sealed record OwnerSheetsBelongToTheirPlan(string Plan, string Found) : IRule
{
    public bool IsBroken => Plan != Found;
    public string Reason => "OWNER_SHEET_OF_ANOTHER_PLAN";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"The workbook was exported for {Found}, not for {Plan}.";
    public string? Field => "file.plan";
}

/// <summary>Every row of a workbook of owners is right, or none is taken.</summary>
public sealed record OwnerRowsAreValid(int Wrong, string First) : IRule
{
    public bool IsBroken => Wrong > 0;
    public string Reason => "OWNER_ROWS_INVALID";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"{Wrong} things are wrong with the rows, the first: {First}. Nothing was taken in; ask with validate_only for all of them.";
    public string? Field => "rows";
    public IReadOnlyDictionary<string, string> Facts => new Dictionary<string, string> { ["wrong"] = Wrong.ToString(CultureInfo.InvariantCulture), ["first"] = First };
}

/// <summary>A row that a person changed has the owners it was exported with; somebody else was faster otherwise.</summary>
public sealed record ExportedOwnersStillCount(string Path, bool Changed) : IRule
{
    public bool IsBroken => Changed;
    public string Reason => "OWNERS_CHANGED_MEANWHILE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The owners of this item were changed after the workbook was exported; export it anew and decide again.";
    public string? Field => Path;
}

/// <summary>Who coordinates does so with a lead.</summary>
public sealed record CoordinatorsHaveALead(string Path, bool Alone) : IRule
{
    public bool IsBroken => Alone;
    public string Reason => "LEAD_MISSING";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "Coordinating agencies are named, but no lead agency.";
    public string? Field => Path;
}
