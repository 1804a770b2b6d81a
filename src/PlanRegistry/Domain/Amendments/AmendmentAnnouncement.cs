using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Amendments;

/// <summary>What others are told of an amendment that took effect.</summary>
public static class AmendmentAnnouncement
{
    /// <param name="amendment">The amendment.</param>
    /// <param name="plan">The plan, with the version that the amendment made.</param>
    /// <param name="content">As in force now.</param>
    /// <param name="parties">Whom its names mean.</param>
    /// <param name="publishedOn">The day of publication.</param>
    public static PlanAmended Of(Amendment amendment, Plan plan, PlanContent content, PlanParties parties, DateOnly publishedOn) => new(
        amendment.Id,
        amendment.EffectiveOn,
        amendment.Document.Number,
        publishedOn,
        PlanAnnouncement.Of(plan, content, parties),
        [.. amendment.Changes.Select(change => new AmendedItem(change.ItemKind, change.ItemId, Words.Of(change.Kind), [.. change.Fields.Select(field => field.Path)]))]);
}
