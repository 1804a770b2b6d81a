namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>Why nobody leads an item.</summary>
public enum UnownedCause
{
    /// <summary>Nobody was ever assigned by the day.</summary>
    NeverAssigned,

    /// <summary>Its owners were taken away.</summary>
    Withdrawn,

    /// <summary>Its lead agency is not in force on the day.</summary>
    LeadEnded,
}

/// <summary>Tells which items lack a single lead agency.</summary>
public static class Unowned
{
    /// <summary>Why nobody leads the item on the day; null when somebody does, and for what is only shown.</summary>
    /// <param name="item">Of the plan as its content counts.</param>
    /// <param name="counting">The assignment that counts on the day.</param>
    /// <param name="isInForce">Whether an agency is in force on the day.</param>
    public static UnownedCause? Why(OwnableItem item, OwnerAssignment? counting, Func<Guid, bool> isInForce)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(isInForce);
        if (item.IsVision)
            return null;
        return counting switch
        {
            null => UnownedCause.NeverAssigned,
            { Owners.LeadId: null } => UnownedCause.Withdrawn,
            { Owners.LeadId: { } lead } when !isInForce(lead) => UnownedCause.LeadEnded,
            _ => null,
        };
    }
}
