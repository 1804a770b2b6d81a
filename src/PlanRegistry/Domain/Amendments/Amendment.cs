using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Amendments.Rules;
using SocialPolicy.PlanRegistry.Domain.Plans;
using SocialPolicy.PlanRegistry.Domain.Plans.Items;
using SocialPolicy.PlanRegistry.Domain.Plans.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Amendments;

/// <summary>What one document changes of a published plan (sửa đổi, bổ sung), from a day on.</summary>
/// <param name="Id">A UUIDv7 that never changes.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="Document">The document that amends.</param>
/// <param name="EffectiveOn">The first day on which the plan is as amended.</param>
/// <param name="Note">Why, in a person's words; may be empty.</param>
/// <param name="Changes">Targets, then tasks, then duties.</param>
public sealed record Amendment(Guid Id, Guid PlanId, AmendingDocument Document, DateOnly EffectiveOn, string Note, IReadOnlyList<ItemChange> Changes)
{
    /// <summary>The amendment, or every rule that it breaks.</summary>
    /// <param name="plan">A published plan.</param>
    /// <param name="content">Of the plan, in force on <paramref name="effectiveOn"/> as it is known now.</param>
    /// <param name="intent">What is to be recorded.</param>
    /// <param name="effectiveOn">The first day.</param>
    /// <param name="amendedLater">Items that amendments of later days change.</param>
    /// <param name="by">The subject of the caller's token.</param>
    /// <param name="at">When: new ids begin with it.</param>
    public static Amendment Record(
        Plan plan, PlanContent content, AmendmentIntent intent, DateOnly effectiveOn, IReadOnlySet<Guid> amendedLater, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(intent);
        Check.Rule(new OnlyPublishedPlansAreAmended(plan.State));
        Check.All(AmendmentRules.For(plan, intent, effectiveOn));

        var changes = ItemChange.Of(content, content.Amend(intent.Items, by, at));
        Check.Rule(new AmendmentsChangeSomething(changes.Count));
        Check.All(changes.Where(change => change.Kind is ChangeKind.Dropped).Select(change => new DroppedItemsAreNotAmendedLater(change.ItemId, amendedLater.Contains(change.ItemId))));
        return new(Guid.CreateVersion7(at), plan.Id, intent.Document, effectiveOn, intent.Note, changes);
    }
}

/// <summary>The document that amends: one of the register, or one that is only named.</summary>
public sealed record AmendingDocument(Guid? PlanId, string? Number, DateOnly? IssuedOn, string? Issuer, string? Title);

/// <summary>What a person wants recorded.</summary>
public sealed record AmendmentIntent(AmendingDocument Document, ItemCorrections Items, string Note);
