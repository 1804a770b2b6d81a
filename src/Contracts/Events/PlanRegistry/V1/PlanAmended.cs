namespace SocialPolicy.Contracts.Events.PlanRegistry.V1;

/// <summary>
/// A published plan is in force otherwise than before: an amendment took effect, or a person said whom a name in it means since. Carries
/// the plan as it is in force from now on, so that who hears of it need not have heard of anything before, and what changed.
/// </summary>
/// <param name="AmendmentId">The amendment <c>plans/{PlanId}/amendments/{AmendmentId}</c>; null when a person's word on a name did it.</param>
/// <param name="EffectiveOn">The first day on which the plan is as amended; may be past.</param>
/// <param name="DocumentNumber">Of the amending document; null when there is none, or it carries none.</param>
/// <param name="PublishedOn">The day the plan was published.</param>
/// <param name="Plan">As in force now, with the ids that it was published with.</param>
/// <param name="Changes">Item by item; tasks among them, which <paramref name="Plan"/> does not carry.</param>
public sealed record PlanAmended(
    Guid? AmendmentId,
    DateOnly EffectiveOn,
    string? DocumentNumber,
    DateOnly PublishedOn,
    PlanPublished Plan,
    IReadOnlyList<AmendedItem> Changes) : IFact;

/// <summary>An item that an amendment changed.</summary>
/// <param name="Kind">target, task or reporting_duty.</param>
/// <param name="ItemId">Never changes.</param>
/// <param name="Change">added, changed or dropped.</param>
/// <param name="Fields">Paths of the fields of a changed item, as in the contract of the register: threshold.value.</param>
public sealed record AmendedItem(string Kind, Guid ItemId, string Change, IReadOnlyList<string> Fields);
