namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>
/// One act gave targets and tasks of a plan other owners (phân công chủ trì, phối hợp), or took them away; by a request or by a
/// workbook. Items that had these owners already are not in it. Of an item the act with the latest first day that has come counts, of
/// two with the same day the later act. The aggregate is <c>plans/{PlanId}/owners</c>, its version the number of the act.
/// </summary>
/// <param name="PlanId">The plan; it may still wait to be published.</param>
/// <param name="Act">Number of the act, from 1, without gaps.</param>
/// <param name="From">From which day on; it may be to come, or past.</param>
/// <param name="Reason">Why; null when nothing was said.</param>
/// <param name="Themes">The fields of policy that the act named instead of items, such as y_te; empty without one.</param>
/// <param name="SectionIds">The tasks that it named together with all below them; empty without one.</param>
/// <param name="Items">What got other owners; never empty.</param>
public sealed record OwnersAssigned(
    Guid PlanId,
    int Act,
    DateOnly From,
    string? Reason,
    IReadOnlyList<string> Themes,
    IReadOnlyList<Guid> SectionIds,
    IReadOnlyList<AssignedItem> Items) : IFact;

/// <summary>An item and its owners from that day on.</summary>
/// <param name="Kind">target or task.</param>
/// <param name="ItemId">Its resource name is <c>plans/{PlanId}/targets/{ItemId}</c> or <c>plans/{PlanId}/tasks/{ItemId}</c>.</param>
/// <param name="LeadAgencyId">The lead agency (cơ quan chủ trì); null when the owners were taken away.</param>
/// <param name="CoordinatingAgencyIds">The coordinating agencies (cơ quan phối hợp), in the order they were named.</param>
public sealed record AssignedItem(string Kind, Guid ItemId, Guid? LeadAgencyId, IReadOnlyList<Guid> CoordinatingAgencyIds);
