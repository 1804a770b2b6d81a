using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;

namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>What a person says of some items: exactly one of items, theme and section selects.</summary>
/// <param name="Path">Where the request says it, for errors.</param>
/// <param name="Items">By id.</param>
/// <param name="Theme">All items of a field of policy; empty when not selected so.</param>
/// <param name="Section">A task with all below it; null when not selected so.</param>
/// <param name="OnlyUnowned">Whether theme or section take only what nobody leads.</param>
/// <param name="Owners">Who owns them; nobody takes the owners away.</param>
/// <param name="Withdraw">Whether the owners are taken away.</param>
public sealed record AssignmentIntent(string Path, IReadOnlyList<Guid> Items, string Theme, Guid? Section, bool OnlyUnowned, Ownership Owners, bool Withdraw);

/// <summary>What an act comes to.</summary>
/// <param name="Changed">Items that get other owners.</param>
/// <param name="Unchanged">How many items have these owners already.</param>
public sealed record OwnerChanges(IReadOnlyList<(OwnableItem Item, Ownership Owners)> Changed, int Unchanged)
{
    /// <summary>The fields of policy and the sections that were named instead of items.</summary>
    public IReadOnlyList<AssignmentIntent> Selections { get; init; } = [];

    /// <summary>What others are told when it is kept.</summary>
    public OwnersAssigned ToAssigned(Guid plan, int act, DateOnly from, string? reason) => new(
        plan,
        act,
        from,
        reason,
        [.. Selections.Select(intent => intent.Theme).Where(theme => theme.Length > 0)],
        [.. Selections.Select(intent => intent.Section).OfType<Guid>()],
        [.. Changed.Select(one => new AssignedItem(Words.Of(one.Item.Kind), one.Item.Id, one.Owners.LeadId, one.Owners.CoordinatingIds))]);
}

/// <summary>Decides who owns what by one act: many items, one first day.</summary>
public static class AssigningOwners
{
    /// <summary>The changes. Throws RuleBroken with every rule that the intents break.</summary>
    /// <param name="items">Of the plan, as its content counts.</param>
    /// <param name="history">What was assigned so far.</param>
    /// <param name="intents">What the person says.</param>
    /// <param name="from">From which day on.</param>
    public static OwnerChanges Decide(IReadOnlyList<OwnableItem> items, OwnerHistory history, IReadOnlyList<AssignmentIntent> intents, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(intents);
        Check.All(intents.SelectMany(WrongWith));

        var byId = items.ToDictionary(item => item.Id);
        Check.All(intents.SelectMany(intent => Named(intent).Select(id => new ItemsAreInThePlan($"{intent.Path}.items", id, byId.ContainsKey(id)))));

        var selected = intents.Select(intent => (Intent: intent, Items: Select(intent, items, byId, history, from))).ToList();
        var seen = new HashSet<Guid>();
        Check.All(selected.SelectMany(one => one.Items.Select(IRule (item) => new ItemsAreAssignedOnce(one.Intent.Path, item.Id, seen.Add(item.Id)))
            .Append(new SelectionsFindItems(one.Intent.Path, SelectionOf(one.Intent), one.Items.Count))));

        var all = selected.SelectMany(one => one.Items.Select(item => (item, one.Intent.Owners))).ToList();
        var changed = all.Where(one => !history.OwnersOn(one.item.Id, from).SaysTheSameAs(one.Owners)).ToList();
        return new(changed, all.Count - changed.Count) { Selections = [.. intents.Where(intent => intent.Items.Count == 0)] };
    }

    private static IEnumerable<IRule> WrongWith(AssignmentIntent intent) =>
    [
        new SelectionsAreOfOneKind(intent.Path, (intent.Items.Count > 0 ? 1 : 0) + (intent.Theme.Length > 0 ? 1 : 0) + (intent.Section is null ? 0 : 1)),
        new FieldsAreFilled($"{intent.Path}.lead", intent.Withdraw || intent.Owners.LeadId is not null),
        new WithdrawalsNameNobody(intent.Path, intent.Withdraw && !intent.Owners.SaysTheSameAs(Ownership.None)),
        new OwnersAreNamedOnce($"{intent.Path}.coordinating", NamedTwice(intent.Owners)),
    ];

    /// <summary>Whether an agency stands in both roles, or twice in one.</summary>
    public static bool NamedTwice(Ownership owners)
    {
        ArgumentNullException.ThrowIfNull(owners);
        var named = owners.CoordinatingIds.Concat(owners.LeadId is { } lead ? [lead] : []).ToList();
        return named.Distinct().Count() < named.Count;
    }

    private static IEnumerable<Guid> Named(AssignmentIntent intent) => intent.Section is { } section ? intent.Items.Append(section) : intent.Items;

    private static IReadOnlyList<OwnableItem> Select(
        AssignmentIntent intent, IReadOnlyList<OwnableItem> items, Dictionary<Guid, OwnableItem> byId, OwnerHistory history, DateOnly from)
    {
        if (intent.Items.Count > 0)
            return [.. intent.Items.Select(id => byId[id])];
        var found = intent.Section is { } section ? items.Where(item => IsIn(item, section, byId)) : items.Where(item => item.Theme == intent.Theme);
        return [.. found.Where(item => !intent.OnlyUnowned || history.OwnersOn(item.Id, from).LeadId is null)];
    }

    private static bool IsIn(OwnableItem item, Guid section, Dictionary<Guid, OwnableItem> byId)
    {
        for (var at = item; at is not null; at = at.ParentId is { } above ? byId.GetValueOrDefault(above) : null)
        {
            if (at.Id == section)
                return true;
        }

        return false;
    }

    private static string SelectionOf(AssignmentIntent intent) => intent.Theme.Length > 0 ? $"theme {intent.Theme}" : intent.Section is { } section ? $"section tasks/{section}" : "items";
}
