using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;

namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>A row of a workbook of owners, its codes looked up.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="ItemId">The item; null when what stands there is no id.</param>
/// <param name="Exported">The owners it was exported with.</param>
/// <param name="Entered">The owners that stand in it now.</param>
/// <param name="Broken">What is wrong with its codes.</param>
public sealed record OwnerRow(int Row, Guid? ItemId, Ownership Exported, Ownership Entered, IReadOnlyList<OwnerRowError> Broken);

/// <summary>What is wrong with a row.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Column">Letter of the column.</param>
/// <param name="Rule">The broken rule.</param>
public sealed record OwnerRowError(int Row, string Column, IRule Rule);

/// <summary>Which columns of the workbook say what.</summary>
public static class OwnerColumns
{
    /// <summary>The item, hidden.</summary>
    public const string Item = "A";

    /// <summary>The lead's code.</summary>
    public const string Lead = "I";

    /// <summary>The codes of who coordinates.</summary>
    public const string Coordinating = "K";
}

/// <summary>Decides what a workbook changes: rows that a person changed since it was exported, and no others.</summary>
public static class TakingOwnerRows
{
    /// <summary>The changes, and everything that is wrong.</summary>
    public static (OwnerChanges Changes, IReadOnlyList<OwnerRowError> Errors) Decide(
        IReadOnlyList<OwnableItem> items, OwnerHistory history, IReadOnlyList<OwnerRow> rows, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rows);
        var byId = items.ToDictionary(item => item.Id);
        var changed = new List<(OwnableItem, Ownership)>();
        var errors = new List<OwnerRowError>();
        var seen = new HashSet<Guid>();
        foreach (var row in rows)
        {
            var item = row.ItemId is { } id ? byId.GetValueOrDefault(id) : null;
            var wrong = WrongWith(row, item, history, from, seen).Concat(row.Broken).Where(error => error.Rule.IsBroken).ToList();
            errors.AddRange(wrong);
            if (wrong.Count == 0 && !IsSaidAlready(row, history, from))
                changed.Add((item!, row.Entered));
        }

        return (new(changed, rows.Count - changed.Count - errors.DistinctBy(error => error.Row).Count()), errors);
    }

    private static bool IsSaidAlready(OwnerRow row, OwnerHistory history, DateOnly from) =>
        row.Entered.SaysTheSameAs(row.Exported) || row.Entered.SaysTheSameAs(history.OwnersOn(row.ItemId!.Value, from));

    private static IEnumerable<OwnerRowError> WrongWith(OwnerRow row, OwnableItem? item, OwnerHistory history, DateOnly from, HashSet<Guid> seen)
    {
        yield return Error(OwnerColumns.Item, path => new ItemsAreInThePlan(path, row.ItemId, item is not null));
        if (item is null)
            yield break;
        yield return Error(OwnerColumns.Item, path => new ItemsAreAssignedOnce(path, item.Id, seen.Add(item.Id)));
        yield return Error(OwnerColumns.Coordinating, path => new OwnersAreNamedOnce(path, AssigningOwners.NamedTwice(row.Entered)));
        yield return Error(OwnerColumns.Lead, path => new CoordinatorsHaveALead(
            path, row.Broken.Count == 0 && row.Entered is { LeadId: null, CoordinatingIds.Count: > 0 }));
        yield return Error(OwnerColumns.Lead, path => new ExportedOwnersStillCount(
            path, row.Broken.Count == 0 && !IsSaidAlready(row, history, from) && !row.Exported.SaysTheSameAs(history.OwnersOn(item.Id, from))));

        OwnerRowError Error(string column, Func<string, IRule> rule) => new(row.Row, column, rule($"row {row.Row} column {column}"));
    }
}
