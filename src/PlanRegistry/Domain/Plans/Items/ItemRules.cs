using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanText;

namespace SocialPolicy.PlanRegistry.Domain.Plans.Items;

/// <summary>Only an item of this plan can be corrected.</summary>
public sealed record ItemsAreInThePlan(string Path, Guid? Id, bool Found) : IRule
{
    public bool IsBroken => !Found;
    public string Reason => "ITEM_NOT_FOUND";
    public RuleKind Kind => RuleKind.Missing;
    public string Message => $"The plan has no item {Id} of this kind.";
    public string? Field => Path;
}

/// <summary>A correction names fields that an item of its kind has, and at least one of them unless it drops or adds the item.</summary>
public sealed record ItemFieldsCanBeCorrected(string Path, string Field, IEnumerable<string> Correctable) : IRule
{
    public bool IsBroken => !Correctable.Contains(Field);
    public string Reason => "ITEM_FIELD_NOT_CORRECTABLE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => $"'{Field}' cannot be corrected; these can: {string.Join(", ", Correctable)}.";
    string? IRule.Field => $"{Path}.update_mask";
}

/// <summary>One item is corrected once in a request.</summary>
public sealed record ItemsAreCorrectedOnce(string Path, bool Once) : IRule
{
    public bool IsBroken => !Once;
    public string Reason => "ITEM_CORRECTED_TWICE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "The request corrects this item more than once.";
    public string? Field => Path;
}

/// <summary>What was missed is shown by its words and their place in the text.</summary>
public sealed record AddedItemsHaveAPlace(string Path, bool HasPlace) : IRule
{
    public bool IsBroken => !HasPlace;
    public string Reason => "ITEM_WITHOUT_A_PLACE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "An item that the reading missed needs its words and their place (span) in the text.";
    public string? Field => Path;
}

/// <summary>A state to be reached has no value, everything else has one; a range has an upper end above its lower one.</summary>
public sealed record ThresholdsAreWhole(string Path, PlanTarget Target) : IRule
{
    public bool IsBroken => (Target.Comparator == Comparator.Achieve) != (Target.Value is null)
        || IsRange != (Target.ValueMax is not null) || Target.ValueMax <= Target.Value || Target.Bound is Comparator.Achieve or Comparator.DecreaseBy or Comparator.IncreaseBy
        || (Target.Bound is not null && Target.Comparator is not (Comparator.DecreaseBy or Comparator.IncreaseBy));

    public string Reason => "THRESHOLD_INCOMPLETE";
    public RuleKind Kind => RuleKind.Input;
    public string Message => "A state to be reached has no value, everything else has one; a range has an upper end above its lower one; only a change has a bound.";
    public string? Field => $"{Path}.target.threshold";

    private bool IsRange => Target.Comparator == Comparator.Range || Target.Bound == Comparator.Range;
}

/// <summary>What must hold of a corrected item.</summary>
internal static class ItemRules
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2200;
    private const int LeapYear = 2024;
    private const int LongestMonth = 31;

    public static IEnumerable<IRule> For(string path, PlanTarget target) =>
    [
        new ThresholdsAreWhole(path, target),
        new DatesExist($"{path}.target.year", target.Year is null or (>= EarliestYear and <= LatestYear), $"{target.Year}"),
        new FieldsAreFilled($"{path}.target.indicator", target.Indicator.Length > 0),
    ];

    public static IEnumerable<IRule> For(string path, PlanTask task) => [new FieldsAreFilled($"{path}.task.heading", task.Heading.Length > 0)];

    public static IEnumerable<IRule> For(string path, PlanDuty duty) => [new DatesExist($"{path}.reporting_duty.deadline", Exists(duty), $"{duty.DeadlineDay}/{duty.DeadlineMonth}")];

    private static bool Exists(PlanDuty duty) => duty switch
    {
        { DeadlineDay: null } => duty.DeadlineMonth is null,
        { DeadlineDay: var day, DeadlineMonth: null } => day is >= 1 and <= LongestMonth,
        { DeadlineDay: var day, DeadlineMonth: { } month } => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(LeapYear, month),
    };
}
