namespace SocialPolicy.PlanRegistry.Domain.Owners;

/// <summary>Who owns an item: at most one lead agency (chủ trì), and the agencies that coordinate (phối hợp).</summary>
/// <param name="LeadId">Null: nobody leads.</param>
/// <param name="CoordinatingIds">In the order they were named.</param>
public sealed record Ownership(Guid? LeadId, IReadOnlyList<Guid> CoordinatingIds)
{
    /// <summary>Nobody.</summary>
    public static Ownership None { get; } = new(null, []);

    /// <summary>Whether both name the same agencies in the same roles, whatever the order.</summary>
    public bool SaysTheSameAs(Ownership other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return LeadId == other.LeadId && CoordinatingIds.ToHashSet().SetEquals(other.CoordinatingIds);
    }

    /// <summary>Whether it names the agency.</summary>
    public bool Names(Guid agency) => LeadId == agency || CoordinatingIds.Contains(agency);
}

/// <summary>That somebody owns an item from a day on, as a person said.</summary>
/// <param name="ItemId">The target or task.</param>
/// <param name="Act">The number of the act within the plan.</param>
/// <param name="From">From which day on.</param>
/// <param name="Owners">Who.</param>
/// <param name="Actor">Who said so.</param>
/// <param name="At">When it was said.</param>
/// <param name="Reason">Why; null when nothing was said.</param>
public sealed record OwnerAssignment(Guid ItemId, int Act, DateOnly From, Ownership Owners, string Actor, DateTimeOffset At, string? Reason);

/// <summary>All assignments of a plan's items.</summary>
public sealed class OwnerHistory(IEnumerable<OwnerAssignment> assignments)
{
    private readonly ILookup<Guid, OwnerAssignment> byItem = assignments.OrderBy(one => one.Act).ToLookup(one => one.ItemId);

    /// <summary>What was said of an item, in the order it was said.</summary>
    public IEnumerable<OwnerAssignment> Of(Guid item) => byItem[item];

    /// <summary>
    /// What counts on a day: the assignment with the latest first day that has come, of two with the same day the later said. Null
    /// when nobody was assigned by then.
    /// </summary>
    public OwnerAssignment? On(Guid item, DateOnly day) => byItem[item].Where(one => one.From <= day).MaxBy(one => (one.From, one.Act));

    /// <summary>Who owns an item on a day.</summary>
    public Ownership OwnersOn(Guid item, DateOnly day) => On(item, day)?.Owners ?? Ownership.None;

    /// <summary>Who owns an item on some day from the one to the other, both included.</summary>
    public IEnumerable<Ownership> Between(Guid item, DateOnly from, DateOnly to) => byItem[item]
        .Select(one => one.From).Where(day => day > from && day <= to).Prepend(from).Distinct().Select(day => OwnersOn(item, day));
}
