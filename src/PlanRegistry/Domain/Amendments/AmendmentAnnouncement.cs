using SocialPolicy.BuildingBlocks.Domain.Text;
using SocialPolicy.Contracts.Events.PlanRegistry.V1;
using SocialPolicy.PlanRegistry.Domain.Assignments;
using SocialPolicy.PlanRegistry.Domain.Directory;
using SocialPolicy.PlanRegistry.Domain.Plans;

namespace SocialPolicy.PlanRegistry.Domain.Amendments;

/// <summary>What others are told of a published plan that is in force otherwise than before.</summary>
public static class AmendmentAnnouncement
{
    /// <summary>An amendment took effect.</summary>
    /// <param name="amendment">The amendment.</param>
    /// <param name="plan">The plan, with the version that this made.</param>
    /// <param name="content">As in force now.</param>
    /// <param name="parties">Whom its names mean now.</param>
    /// <param name="publishedOn">The day of publication.</param>
    public static PlanAmended Of(Amendment amendment, Plan plan, PlanContent content, PlanParties parties, DateOnly publishedOn) => new(
        amendment.Id,
        amendment.EffectiveOn,
        amendment.Document.Number,
        publishedOn,
        PlanAnnouncement.Of(plan, content, parties),
        [.. amendment.Changes.Select(change => new AmendedItem(change.ItemKind, change.ItemId, Words.Of(change.Kind), [.. change.Fields.Select(field => field.Path)]))]);

    /// <summary>A person said whom names mean from a day on that has come.</summary>
    /// <param name="said">Of the plan.</param>
    /// <param name="plan">The plan, with the version that this made.</param>
    /// <param name="content">As in force now.</param>
    /// <param name="parties">Whom its names mean now.</param>
    /// <param name="publishedOn">The day of publication.</param>
    public static PlanAmended Of(IReadOnlyList<PartyAssignment> said, Plan plan, PlanContent content, PlanParties parties, DateOnly publishedOn) => new(
        null,
        said.Max(one => one.ValidFrom),
        null,
        publishedOn,
        PlanAnnouncement.Of(plan, content, parties),
        [
            .. said.Where(one => one.Place.DutyId is not null)
                .GroupBy(one => one.Place.DutyId!.Value)
                .Select(duty => new AmendedItem("reporting_duty", duty.Key, "changed", [.. duty.Select(one => FieldOf(one.Place.Role)).Distinct()])),
        ]);

    private static string FieldOf(PartyRole role) => role switch
    {
        PartyRole.Reporter => "reporters",
        PartyRole.Addressee => "addressees",
        _ => "via",
    };
}
