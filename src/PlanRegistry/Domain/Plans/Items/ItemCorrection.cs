namespace SocialPolicy.PlanRegistry.Domain.Plans.Items;

/// <summary>What a person says of one item of a reading: some of its fields otherwise, or that the document does not say it, or that it does.</summary>
/// <param name="Path">Where in the request it stands, for errors: "item_corrections[2]".</param>
/// <param name="Id">The item; null for one that the reading missed.</param>
/// <param name="Item">The values to take.</param>
/// <param name="Fields">Which of them, by their paths on the wire.</param>
/// <param name="Drop">The document says no such thing.</param>
public sealed record ItemCorrection<T>(string Path, Guid? Id, T Item, IReadOnlyList<string> Fields, bool Drop) where T : class;

/// <summary>All that a person says of the items of a reading at once.</summary>
public sealed record ItemCorrections(
    IReadOnlyList<ItemCorrection<PlanTarget>> Targets, IReadOnlyList<ItemCorrection<PlanTask>> Tasks, IReadOnlyList<ItemCorrection<PlanDuty>> Duties)
{
    /// <summary>Nothing.</summary>
    public static readonly ItemCorrections None = new([], [], []);
}

/// <summary>An item as it stands from now on.</summary>
/// <param name="Kind">target, task or reporting_duty.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Content">The corrected item; null when it was dropped.</param>
public sealed record CorrectedItem(string Kind, Guid ItemId, object? Content);

/// <summary>What corrections of items come to.</summary>
/// <param name="Corrections">Field by field.</param>
/// <param name="Changed">Items that stand otherwise, or no more.</param>
/// <param name="Added">Items that the reading missed.</param>
public sealed record ItemChanges(IReadOnlyList<Correction> Corrections, IReadOnlyList<CorrectedItem> Changed, PlanContent Added);
