using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;

namespace SocialPolicy.PlanRegistry.Domain.Amendments;

/// <summary>How an item changes.</summary>
public enum ChangeKind
{
    /// <summary>The plan has it from now on.</summary>
    Added,

    /// <summary>The plan says it otherwise.</summary>
    Changed,

    /// <summary>The plan has it no more.</summary>
    Dropped,
}

/// <summary>One field of a changed item, in text form.</summary>
public sealed record FieldChange(string Path, string Before, string After);

/// <summary>What becomes of one item.</summary>
/// <param name="Kind">How.</param>
/// <param name="ItemKind">target, task or reporting_duty.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Before">Its words without the amendment; empty for an added one.</param>
/// <param name="After">Its words with it; empty for a dropped one.</param>
/// <param name="Fields">Of a changed item.</param>
/// <param name="Was">The item without the amendment; null for an added one.</param>
/// <param name="Now">The item with it; null for a dropped one.</param>
public sealed record ItemChange(
    ChangeKind Kind, string ItemKind, Guid ItemId, string Before, string After, IReadOnlyList<FieldChange> Fields, object? Was, object? Now)
{
    /// <summary>The difference that changes of items make to content.</summary>
    public static IReadOnlyList<ItemChange> Of(PlanContent content, ItemChanges changes)
    {
        var items = content.Targets.Select(target => (target.Id, Item: (object)target))
            .Concat(content.Tasks.Select(task => (task.Id, Item: (object)task)))
            .Concat(content.Duties.Select(duty => (duty.Id, Item: (object)duty)))
            .ToDictionary(pair => pair.Id, pair => pair.Item);
        var fields = changes.Corrections.Select(correction => (Correction: correction, Place: correction.Field.Split(['/', '.'], 3)))
            .Where(pair => pair.Place.Length == 3)
            .ToLookup(pair => Guid.Parse(pair.Place[1]), pair => new FieldChange(pair.Place[2], pair.Correction.Before, pair.Correction.After));
        return
        [
            .. from changed in changes.Changed
               let was = items[changed.ItemId]
               select changed.Content is null
                   ? Dropped(changed.ItemId, was)
                   : Changed(changed.ItemId, was, changed.Content, [.. fields[changed.ItemId]]),
            .. changes.Added.Targets.Select(target => Added(target.Id, target)),
            .. changes.Added.Tasks.Select(task => Added(task.Id, task)),
            .. changes.Added.Duties.Select(duty => Added(duty.Id, duty)),
        ];
    }

    /// <summary>The plan has the item from now on.</summary>
    public static ItemChange Added(Guid id, object item) => new(ChangeKind.Added, KindOf(item), id, "", Words(item), [], null, item);

    /// <summary>The plan says the item otherwise.</summary>
    public static ItemChange Changed(Guid id, object was, object now, IReadOnlyList<FieldChange> fields) =>
        new(ChangeKind.Changed, KindOf(was), id, Words(was), Words(now), fields, was, now);

    /// <summary>The plan has the item no more.</summary>
    public static ItemChange Dropped(Guid id, object was) => new(ChangeKind.Dropped, KindOf(was), id, Words(was), "", [], was, null);

    private static string KindOf(object item) => item switch
    {
        PlanTarget => "target",
        PlanTask => "task",
        PlanDuty => "reporting_duty",
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    private static string Words(object item) => item switch
    {
        PlanTarget target => target.Text,
        PlanTask task => task.Heading,
        PlanDuty duty => string.Join(" → ", new[] { string.Join("; ", duty.Reporters), string.Join("; ", duty.Addressees), duty.Content }.Where(part => part is { Length: > 0 })),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
