using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Owners;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;
using SocialPolicy.PlanRegistry.Service.Plans;

namespace SocialPolicy.PlanRegistry.Service.Owners;

/// <summary>The name of a target or task.</summary>
internal static class OwnedItemName
{
    /// <summary>Its plan, its kind and its id. Throws NAME_MALFORMED.</summary>
    public static (Guid Plan, OwnableKind Kind, Guid Id) Parse(string name, string field)
    {
        var isTask = name.Contains("/tasks/", StringComparison.Ordinal);
        var ids = (isTask ? ContentMapping.TaskName : ContentMapping.TargetName).ParseAll(name, field);
        return (ids[0], isTask ? OwnableKind.Task : OwnableKind.Target, ids[1]);
    }

    /// <summary>The id of an item of the plan. Throws NAME_MALFORMED, and ITEM_NOT_FOUND for one of another plan.</summary>
    public static Guid In(Guid plan, string name, string field)
    {
        var (of, _, id) = Parse(name, field);
        Check.Rule(new ItemsAreInThePlan(field, id, of == plan));
        return id;
    }

    /// <summary>The item that a name means. Throws ITEM_NOT_FOUND.</summary>
    public static OwnableItem Require(this IReadOnlyList<OwnableItem> items, OwnableKind kind, Guid id, string field)
    {
        var found = items.FirstOrDefault(item => item.Id == id && item.Kind == kind);
        Check.Rule(new ItemsAreInThePlan(field, id, found is not null));
        return found!;
    }
}
